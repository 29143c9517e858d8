import type { DataSource } from "typeorm"
import { databaseOf, type Database } from "./database"
import type { Bus, Log, Mailroom } from "./mailroom"
import type { MailroomOptions } from "./options"
import { AnswerService } from "./services/answers"
import { AttachmentService } from "./services/attachments"
import { AutomationDraftService } from "./services/automation-drafts"
import { AutomationEntrantService } from "./services/automation-entrants"
import { AutomationFigureService } from "./services/automation-figures"
import { AutomationStepService } from "./services/automation-steps"
import { AutomationReportService } from "./services/automation-reports"
import { AutomationLifecycleService } from "./services/automation-lifecycle"
import { AutoresponderService } from "./services/autoresponders"
import { AutomationService } from "./services/automations"
import { BulkActionService } from "./services/bulk-actions"
import { ConfirmationMailService } from "./services/confirmation-mails"
import { ConsentService } from "./services/consent"
import { ContactFieldService } from "./services/contact-fields"
import { ContactListService } from "./services/contact-list"
import { ContactQualityService } from "./services/contact-quality"
import { BalanceService } from "./services/balances"
import { BasisService } from "./services/bases"
import { CommunicationService } from "./services/communications"
import { ConsentAnswerService } from "./services/consent-answers"
import { ConsentCheckService } from "./services/consent-check"
import { ContactService } from "./services/contacts"
import { CustomerService } from "./services/customers"
import { DirectMailService } from "./services/direct-mails"
import { DoubtService } from "./services/doubts"
import { ErasureService } from "./services/erasures"
import { ExportService } from "./services/exports"
import { HealthService } from "./services/health"
import { ImportContactService } from "./services/import-contacts"
import { ImportKnownService } from "./services/import-known"
import { ImportNewcomerService } from "./services/import-newcomers"
import { ImportPeopleService } from "./services/import-people"
import { ImportSuppressionService } from "./services/import-suppressions"
import { ImportUndoService } from "./services/import-undo"
import { ImportUploadService } from "./services/import-uploads"
import { ImportWorkService } from "./services/import-work"
import { ImportService } from "./services/imports"
import { DeadDomainService } from "./services/dead-domains"
import { FadingService } from "./services/fading"
import { JobService } from "./services/jobs"
import { KeyringService } from "./services/keyring"
import { MailingAudienceService } from "./services/mailing-audience"
import { MailingDispatchService } from "./services/mailing-dispatch"
import { MailingArchiveService } from "./services/mailing-archive"
import { MailingCorrectionService } from "./services/mailing-corrections"
import { MailingTestService } from "./services/mailing-tests"
import { MailingTimingService } from "./services/mailing-timing"
import { MailingSpamService } from "./services/mailing-spam"
import { MailingVariantService } from "./services/mailing-variants"
import { MailingLinkService } from "./services/mailing-links"
import { MailingService } from "./services/mailings"
import { MediaService } from "./services/media"
import { MessageService } from "./services/messages"
import { PreflightService } from "./services/preflight"
import { PreferenceService } from "./services/preferences"
import { PublicArchiveService } from "./services/public-archive"
import { PollAnswerService } from "./services/poll-answers"
import { PollService } from "./services/polls"
import { PromotionCodeService } from "./services/promotion-codes"
import { ProfileService } from "./services/profiles"
import { ReadModelService } from "./services/read-model"
import { NoticeService } from "./services/notices"
import { ObserverGroupService } from "./services/observer-groups"
import { OrderCreditService } from "./services/order-credits"
import { OwnEventService } from "./services/own-events"
import { StockRequestService } from "./services/stock-requests"
import { OutboxService } from "./services/outbox"
import { OwnActionService } from "./services/own-actions"
import { PersonChannelService } from "./services/person-channels"
import { PersonTopicService } from "./services/person-topics"
import { PersonalDataService } from "./services/personal-data"
import { PeopleService } from "./services/people"
import { ReadinessService } from "./services/readiness"
import { ReportFigureService } from "./services/report-figures"
import { ReplayService } from "./services/replays"
import { ReportService } from "./services/reports"
import { ResendService } from "./services/resends"
import { RightsService } from "./services/rights"
import { SegmentMemberService } from "./services/segment-members"
import { SegmentService } from "./services/segments"
import { SenderService } from "./services/senders"
import { SerialMailService } from "./services/serial-mails"
import { SettingsService } from "./services/settings"
import { ShopWordService } from "./services/shop-words"
import { SubscriptionDeadlineService } from "./services/subscription-deadlines"
import { SubscriptionService } from "./services/subscriptions"
import { SupplierService } from "./services/suppliers"
import { SuppressionService } from "./services/suppression"
import { TaskService } from "./services/tasks"
import { TemplateDraftService } from "./services/template-drafts"
import { SuppressionListService } from "./services/suppression-list"
import { TemplateService } from "./services/templates"
import { TopicService } from "./services/topics"
import { TrackingService } from "./services/tracking"
import { TriggerService } from "./services/triggers"
import { VisitService } from "./services/visits"
import { WebhookService } from "./services/webhooks"
import { WhyService } from "./services/why"
import { Wakes } from "./wakes"

export function assembleMailroom({
  dataSource,
  options,
  optionProblems = [],
  log,
}: {
  dataSource: DataSource
  options: MailroomOptions
  /** What was wrong with the plugin options: Mailroom is not ready while there is any. */
  optionProblems?: string[]
  log: Log
}): Mailroom {
  const db = databaseOf(dataSource)
  const keyring = new KeyringService(db, options.signingKeys)
  const settings = new SettingsService(db, options, keyring)
  const senders = new SenderService(db, options)
  const rights = new RightsService(db)
  const readiness = new ReadinessService(db, options, settings, senders, optionProblems)
  const outbox = new OutboxService(db)
  const orderCredits = new OrderCreditService(db, settings)
  const automationSteps = new AutomationStepService(db)
  const reports = new ReportService(db, {
    settings,
    orderCredits,
    steps: automationSteps,
    figures: new ReportFigureService(db, { settings, log }),
  })
  const wakes = new Wakes()
  const messages = new MessageService(keyring, wakes)
  const templates = new TemplateService(db)
  const triggers = new TriggerService(db, keyring, wakes)
  // The shop is set after the assembly, when Medusa's container is ready: services ask for it at the moment of use.
  const automations = new AutomationService(db, () => mailroom.shop)
  // The same for the bus: the module's composition root sets Medusa's after the assembly.
  const bus: Bus = { emit: (name, data) => mailroom.bus.emit(name, data) }
  const consent = new ConsentService()
  const suppression = new SuppressionService(keyring)
  const contacts = new ContactService(keyring, consent, suppression)
  const shopWords = new ShopWordService(db, {
    keyring,
    settings,
    contacts,
    consent,
    suppression,
    bus,
    preferences: () => mailroom.preferences,
    subscriptions: () => mailroom.subscriptions,
    personChannels: () => mailroom.personChannels,
  })
  const readModel = new ReadModelService(contacts, shopWords)
  const customers = new CustomerService(db, { contacts, readModel }, () => mailroom.shop)
  const people = new PeopleService(db, outbox, suppression, customers)
  const topics = new TopicService(db)
  const contactFields = new ContactFieldService(db)
  const contactQuality = new ContactQualityService(db, contacts)
  const fading = new FadingService(db, settings)
  const tracking = new TrackingService(db, { settings, keyring, bus, log })
  const preferences = new PreferenceService(db, { consent, suppression, tracking, bus })
  const mails = new ConfirmationMailService({ keyring, settings, templates, messages })
  const subscriptions = new SubscriptionService(db, {
    keyring,
    contacts,
    consent,
    preferences,
    suppression,
    mails,
    bus,
  })
  const ownEvents = new OwnEventService(db, { triggers, contacts, log })
  const segments = new SegmentService(db, contactFields)
  const automationDrafts = new AutomationDraftService(db, segments, () => mailroom.shop)
  const automationLifecycle = new AutomationLifecycleService(db)
  const segmentMembers = new SegmentMemberService(db, { segments, settings })
  const mailingAudience = new MailingAudienceService(db, { segments, segmentMembers, settings })
  const mailingLinks = new MailingLinkService(db, settings)
  const attachments = new AttachmentService(db, () => mailroom.shop)
  const mailings = new MailingService(db, {
    settings,
    topics,
    audiences: mailingAudience,
    attachments,
    links: mailingLinks,
  })
  const mailingVariants = new MailingVariantService(db, { mailings, settings })
  const preflight = new PreflightService(db, { mailings, audiences: mailingAudience })
  const mailingSpam = new MailingSpamService(db, { mailings, settings })
  const directMails = new DirectMailService(db, { mailings, customers })
  const mailingTests = new MailingTestService(db, { mailings })
  const mailingDispatch = new MailingDispatchService(db, {
    mailings,
    variants: mailingVariants,
    settings,
    senders,
    topics,
    readiness,
    audiences: mailingAudience,
    spam: mailingSpam,
    tests: mailingTests,
    preflight,
    directMails,
  })
  const imports = new ImportService(db, {
    uploads: new ImportUploadService(db),
    work: importWork(db, { keyring, consent, bus }),
  })
  const bulkActions = new BulkActionService(db, { consent, topics, quality: contactQuality, bus })
  const resends = new ResendService(db, { messages, contacts, outbox })
  const replays = new ReplayService(db, { automations, wakes })
  const mailroom: Mailroom = {
    db,
    log,
    options,
    keyring,
    settings,
    senders,
    rights,
    readiness,
    orderCredits,
    outbox,
    reports,
    people,
    resends,
    mailingTests,
    doubts: new DoubtService(db, { resends }),
    answers: new AnswerService(db, { outbox, people, automations, readiness }),
    messages,
    templates,
    templateDrafts: new TemplateDraftService(db, templates),
    attachments,
    directMails,
    serialMails: new SerialMailService(db, { mailings, customers }),
    mailingLinks,
    notices: new NoticeService(db),
    tasks: new TaskService(db),
    observerGroups: new ObserverGroupService(db),
    media: new MediaService(db, () => mailroom.shop),
    triggers,
    automations,
    automationDrafts,
    automationLifecycle,
    autoresponders: new AutoresponderService(automations, automationDrafts, automationLifecycle),
    automationFigures: new AutomationFigureService(db, orderCredits),
    automationSteps,
    automationReports: new AutomationReportService(db, settings),
    automationEntrants: new AutomationEntrantService(db),
    readModel,
    contacts,
    contactFields,
    contactList: new ContactListService(db),
    contactQuality,
    promotionCodes: new PromotionCodeService(db, keyring),
    profiles: new ProfileService(db, { contacts, fields: contactFields }),
    bulkActions,
    health: new HealthService(db, { outbox, readiness }),
    replays,
    jobs: new JobService(db, { imports, preflight, bulkActions, replays, wakes }),
    consent,
    suppression,
    topics,
    tracking,
    preferences,
    subscriptions,
    subscriptionDeadlines: new SubscriptionDeadlineService(db, { consent, mails, bus }),
    ownActions: new OwnActionService(options.actions),
    personChannels: new PersonChannelService(db, consent, () => mailroom.shop),
    personTopics: new PersonTopicService(db, { consent, preferences, subscriptions, topics, bus }),
    shopWords,
    communications: new CommunicationService(db, {
      contacts,
      consent,
      suppression,
      preferences,
      subscriptions,
      customers,
      settings,
      keyring,
    }),
    bases: new BasisService(db, { consent, topics, settings, fading, bus }),
    consentAnswers: new ConsentAnswerService(db, {
      consent,
      suppression,
      preferences,
      settings,
      senders,
      keyring,
      bus,
    }),
    polls: new PollService(db),
    pollAnswers: new PollAnswerService(db),
    suppliers: new SupplierService(db),
    suppressionList: new SuppressionListService(db, { keyring, suppression, topics }),
    consentCheck: new ConsentCheckService(db, consent),
    deadDomains: new DeadDomainService(db, suppression),
    fading,
    ownEvents,
    balances: new BalanceService(db, { ownEvents }),
    stockRequests: new StockRequestService(db, customers),
    visits: new VisitService(db, { keyring, settings, shop: () => mailroom.shop }),
    webhooks: new WebhookService(db, { keyring, isLocalAllowed: options.webhooks.allowAddresses.length > 0 }),
    why: new WhyService(db, { settings, senders }),
    mailings,
    mailingDispatch,
    mailingTiming: new MailingTimingService(db, mailings),
    mailingCorrections: new MailingCorrectionService(db, mailings),
    mailingArchive: new MailingArchiveService(db, { mailings, settings }),
    publicArchive: new PublicArchiveService(db),
    mailingAudience,
    mailingSpam,
    preflight,
    mailingVariants,
    segments,
    segmentMembers,
    imports,
    exports: new ExportService(db),
    personalData: new PersonalDataService(db),
    erasures: new ErasureService(db, { keyring, consent, suppression, bus }),
    wakes,
    bus: { emit: async () => undefined },
  }
  return mailroom
}

function importWork(
  db: Database,
  { keyring, consent, bus }: { keyring: KeyringService; consent: ConsentService; bus: Bus },
): ImportWorkService {
  const suppressions = new ImportSuppressionService(keyring)
  const newcomers = new ImportNewcomerService()
  const known = new ImportKnownService(consent, suppressions)
  const people = new ImportPeopleService({ newcomers, known, suppressions })
  return new ImportWorkService(db, {
    consent,
    contacts: new ImportContactService(db, { keyring, people }),
    suppressions,
    undo: new ImportUndoService(consent),
    bus,
  })
}
