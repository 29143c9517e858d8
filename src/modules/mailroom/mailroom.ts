import type { Shop } from "../../core/shop/shop"
import type { Database } from "./database"
import type { MailroomOptions } from "./options"
import type { AnswerService } from "./services/answers"
import type { AttachmentService } from "./services/attachments"
import type { AutomationDraftService } from "./services/automation-drafts"
import type { AutomationEntrantService } from "./services/automation-entrants"
import type { AutomationFigureService } from "./services/automation-figures"
import type { AutomationStepService } from "./services/automation-steps"
import type { AutomationReportService } from "./services/automation-reports"
import type { AutomationLifecycleService } from "./services/automation-lifecycle"
import type { AutoresponderService } from "./services/autoresponders"
import type { AutomationService } from "./services/automations"
import type { BulkActionService } from "./services/bulk-actions"
import type { ConsentService } from "./services/consent"
import type { ContactFieldService } from "./services/contact-fields"
import type { ContactListService } from "./services/contact-list"
import type { ContactQualityService } from "./services/contact-quality"
import type { BalanceService } from "./services/balances"
import type { BasisService } from "./services/bases"
import type { CommunicationService } from "./services/communications"
import type { ConsentAnswerService } from "./services/consent-answers"
import type { ConsentCheckService } from "./services/consent-check"
import type { ContactService } from "./services/contacts"
import type { DirectMailService } from "./services/direct-mails"
import type { DoubtService } from "./services/doubts"
import type { ErasureService } from "./services/erasures"
import type { ExportService } from "./services/exports"
import type { HealthService } from "./services/health"
import type { ImportService } from "./services/imports"
import type { DeadDomainService } from "./services/dead-domains"
import type { FadingService } from "./services/fading"
import type { JobService } from "./services/jobs"
import type { KeyringService } from "./services/keyring"
import type { MailingAudienceService } from "./services/mailing-audience"
import type { MailingDispatchService } from "./services/mailing-dispatch"
import type { MailingArchiveService } from "./services/mailing-archive"
import type { MailingCorrectionService } from "./services/mailing-corrections"
import type { MailingTestService } from "./services/mailing-tests"
import type { MailingTimingService } from "./services/mailing-timing"
import type { MailingSpamService } from "./services/mailing-spam"
import type { MailingVariantService } from "./services/mailing-variants"
import type { MailingLinkService } from "./services/mailing-links"
import type { MailingService } from "./services/mailings"
import type { MediaService } from "./services/media"
import type { MessageService } from "./services/messages"
import type { PreflightService } from "./services/preflight"
import type { PreferenceService } from "./services/preferences"
import type { PublicArchiveService } from "./services/public-archive"
import type { PollAnswerService } from "./services/poll-answers"
import type { PollService } from "./services/polls"
import type { PromotionCodeService } from "./services/promotion-codes"
import type { ProfileService } from "./services/profiles"
import type { ReadModelService } from "./services/read-model"
import type { NoticeService } from "./services/notices"
import type { ObserverGroupService } from "./services/observer-groups"
import type { OrderCreditService } from "./services/order-credits"
import type { OwnEventService } from "./services/own-events"
import type { StockRequestService } from "./services/stock-requests"
import type { OutboxService } from "./services/outbox"
import type { OwnActionService } from "./services/own-actions"
import type { PersonChannelService } from "./services/person-channels"
import type { PersonTopicService } from "./services/person-topics"
import type { PersonalDataService } from "./services/personal-data"
import type { PeopleService } from "./services/people"
import type { ReadinessService } from "./services/readiness"
import type { ReplayService } from "./services/replays"
import type { ReportService } from "./services/reports"
import type { ResendService } from "./services/resends"
import type { RightsService } from "./services/rights"
import type { SegmentMemberService } from "./services/segment-members"
import type { SegmentService } from "./services/segments"
import type { SenderService } from "./services/senders"
import type { SerialMailService } from "./services/serial-mails"
import type { SettingsService } from "./services/settings"
import type { ShopWordService } from "./services/shop-words"
import type { SubscriptionDeadlineService } from "./services/subscription-deadlines"
import type { SubscriptionService } from "./services/subscriptions"
import type { SupplierService } from "./services/suppliers"
import type { SuppressionService } from "./services/suppression"
import type { TaskService } from "./services/tasks"
import type { TemplateDraftService } from "./services/template-drafts"
import type { SuppressionListService } from "./services/suppression-list"
import type { TemplateService } from "./services/templates"
import type { TopicService } from "./services/topics"
import type { TrackingService } from "./services/tracking"
import type { TriggerService } from "./services/triggers"
import type { VisitService } from "./services/visits"
import type { WebhookService } from "./services/webhooks"
import type { WhyService } from "./services/why"
import type { Wakes } from "./wakes"

/** What Mailroom writes to the log with; Medusa's logger fits. */
export type Log = {
  info(message: string): void
  warn(message: string): void
  error(message: string, error?: Error): void
}

/** Medusa's event bus as Mailroom uses it: told after the commit, and never able to stop a mail. */
export type Bus = { emit(name: string, data: Record<string, unknown>): Promise<void> }

/** All services on one data source: what Medusa's module, the worker process, tests and benches share. */
export type Mailroom = {
  db: Database
  log: Log
  options: MailroomOptions
  keyring: KeyringService
  settings: SettingsService
  senders: SenderService
  rights: RightsService
  readiness: ReadinessService
  orderCredits: OrderCreditService
  outbox: OutboxService
  reports: ReportService
  people: PeopleService
  resends: ResendService
  doubts: DoubtService
  answers: AnswerService
  media: MediaService
  attachments: AttachmentService
  directMails: DirectMailService
  serialMails: SerialMailService
  mailingLinks: MailingLinkService
  notices: NoticeService
  tasks: TaskService
  observerGroups: ObserverGroupService
  messages: MessageService
  templates: TemplateService
  templateDrafts: TemplateDraftService
  triggers: TriggerService
  automations: AutomationService
  automationDrafts: AutomationDraftService
  automationLifecycle: AutomationLifecycleService
  autoresponders: AutoresponderService
  automationFigures: AutomationFigureService
  automationReports: AutomationReportService
  automationSteps: AutomationStepService
  automationEntrants: AutomationEntrantService
  replays: ReplayService
  readModel: ReadModelService
  contacts: ContactService
  contactFields: ContactFieldService
  contactList: ContactListService
  contactQuality: ContactQualityService
  promotionCodes: PromotionCodeService
  profiles: ProfileService
  bulkActions: BulkActionService
  consent: ConsentService
  suppression: SuppressionService
  topics: TopicService
  tracking: TrackingService
  preferences: PreferenceService
  subscriptions: SubscriptionService
  ownActions: OwnActionService
  personTopics: PersonTopicService
  personChannels: PersonChannelService
  subscriptionDeadlines: SubscriptionDeadlineService
  shopWords: ShopWordService
  communications: CommunicationService
  bases: BasisService
  consentAnswers: ConsentAnswerService
  polls: PollService
  pollAnswers: PollAnswerService
  suppliers: SupplierService
  suppressionList: SuppressionListService
  consentCheck: ConsentCheckService
  deadDomains: DeadDomainService
  fading: FadingService
  visits: VisitService
  ownEvents: OwnEventService
  balances: BalanceService
  stockRequests: StockRequestService
  webhooks: WebhookService
  why: WhyService
  mailings: MailingService
  mailingDispatch: MailingDispatchService
  mailingTests: MailingTestService
  mailingTiming: MailingTimingService
  mailingCorrections: MailingCorrectionService
  mailingArchive: MailingArchiveService
  publicArchive: PublicArchiveService
  mailingAudience: MailingAudienceService
  mailingSpam: MailingSpamService
  preflight: PreflightService
  mailingVariants: MailingVariantService
  segments: SegmentService
  segmentMembers: SegmentMemberService
  imports: ImportService
  exports: ExportService
  personalData: PersonalDataService
  erasures: ErasureService
  jobs: JobService
  health: HealthService
  wakes: Wakes
  /** What Mailroom needs of the shop; undefined in a process without Medusa (`worker-main`). */
  shop?: Shop
  /** Does nothing until the module's composition root sets Medusa's bus. */
  bus: Bus
}
