import { hasBlankPlace, MARK } from "../core/mailings/blank-places"
import { isDeadLink, preflightFindings, type PreflightFinding } from "../core/mailings/preflight-findings"
import { spamFeatures, type SpamFeatures } from "../core/mailings/spam-features"
import { spamScore } from "../core/mailings/spam-signs"
import { priceContextKey, priceContextOf } from "../core/shop/offers"
import type { OfferContext } from "../core/templates/contexts"
import { contentSchema, type MailContent } from "../core/templates/document"
import type { Sender } from "../core/settings/sender"
import type { Settings } from "../core/settings/settings"
import type { TokenKey } from "../core/tracking/tokens"
import type { Mailroom } from "../modules/mailroom/mailroom"
import type { VersionedTemplate } from "../modules/mailroom/services/templates"
import type { MailingRow } from "../modules/mailroom/sql/mailings"
import type { PreflightPersonRow } from "../modules/mailroom/sql/preflight"
import { RenderError } from "../rendering/render-error"
import { composeContent, type ComposedContent } from "./compose-mail"
import { mailingContext } from "./mailing-context"
import { offerBookOf } from "./offers"

/** What holds for all mails of a mailing for as long as a worker has it. */
export type PreflightBasis = {
  mailing: MailingRow
  versionId: string
  sender: Sender
  settings: Settings
  key: TokenKey
  topic: { slug: string; name: string } | null
}

type ByLocale = {
  template: VersionedTemplate
  /** Tags of the reader that print nothing in some place when they are empty. */
  bare: string[]
  deadTargets: string[]
  features: SpamFeatures
}

/** A message that does not exist has no id; its links are as long as the real ones. */
const NO_MESSAGE = "00000000-0000-7000-8000-000000000000"

/** Makes the mail of one person as the dispatcher would, and looks at it. What is the same for many is made once. */
export class PreflightMails {
  private readonly locales = new Map<string, Promise<ByLocale>>()
  private readonly offers = new Map<string, Promise<Record<string, OfferContext[]>>>()
  private readonly spam = new Map<string, number>()
  private readonly content: MailContent

  constructor(
    private readonly mailroom: Mailroom,
    private readonly basis: PreflightBasis,
  ) {
    const { subject, preheader, document } = basis.mailing
    this.content = contentSchema.parse({ subject, preheader, document })
  }

  async check(person: PreflightPersonRow): Promise<PreflightFinding[]> {
    const known = await this.known(person.locale)
    const context = await this.contextOf(person, known.template)
    try {
      return this.look(known, context, this.compose(person, known.template, context))
    } catch (error) {
      if (!(error instanceof RenderError)) throw error
      return [{ key: "render_failed", detail: error.message.slice(0, 120) }]
    }
  }

  /** The mail itself, as the dispatcher would make it but for its ids. */
  compose(person: PreflightPersonRow, template: VersionedTemplate, context: Record<string, unknown>): ComposedContent {
    const { mailing, versionId, sender, settings, key, topic } = this.basis
    const facts = {
      id: NO_MESSAGE,
      kind: mailing.kind,
      class: "marketing" as const,
      origin: "mailing" as const,
      source_id: mailing.id,
      template_version_id: versionId,
      to_email: person.email,
      to_name: [person.first_name, person.last_name].filter(Boolean).join(" ") || null,
      cc: null,
      locale: person.locale,
      mail_domain: "mailroom.invalid",
      is_tracked: mailing.is_tracked,
      is_copy_kept: mailing.is_copy_kept,
      tracking: person.tracking,
      topic_slug: topic?.slug ?? null,
      topic_name: topic?.name ?? null,
    }
    return composeContent({ facts, context, template, sender, settings, key })
  }

  async contextOf(person: PreflightPersonRow, template: VersionedTemplate): Promise<Record<string, unknown>> {
    const own = mailingContext(this.basis.mailing, template.variables, person)
    return template.products?.length ? { ...own, products: await this.offersFor(person, template) } : own
  }

  known(locale: string): Promise<ByLocale> {
    let known = this.locales.get(locale)
    if (!known) this.locales.set(locale, (known = this.readLocale(locale)))
    return known
  }

  private look(known: ByLocale, context: Record<string, unknown>, mail: ComposedContent): PreflightFinding[] {
    return preflightFindings({
      html: mail.html,
      text: mail.text,
      bytes: Buffer.byteLength(mail.html),
      blankTags: known.bare.filter((path) => isBlank(context, path)),
      deadTargets: known.deadTargets,
      unpriced: unpricedOf(known.template, context),
      spamPoints: this.spamPoints(known, mail.subject),
    })
  }

  private async readLocale(locale: string): Promise<ByLocale> {
    const { versionId, settings } = this.basis
    const template = await this.mailroom.templates.compiled(versionId, locale, settings.general.locale)
    return {
      template,
      bare: this.bareTags(template, locale),
      deadTargets: template.links.filter(isDeadLink),
      features: spamFeatures(this.content, locale, settings.general.locale),
    }
  }

  /** Tried out: with a mark in the tag's place, and with nothing. */
  private bareTags(template: VersionedTemplate, locale: string): string[] {
    const of = (path: string, value: string) => {
      const person = { ...SOMEBODY, locale }
      const context = mailingContext(this.basis.mailing, template.variables, person)
      const { subject, preheader, html } = this.compose(person, template, withValue(context, path, value))
      return [subject, preheader, html]
    }
    return template.variables.filter(
      (path) => path.startsWith("contact.") && hasBlankPlace(of(path, MARK), of(path, "")),
    )
  }

  /** People of one region, currency and customer groups are shown the same. */
  private async offersFor(person: PreflightPersonRow, { products }: VersionedTemplate) {
    const book = offerBookOf(this.mailroom)
    const { region_id: regionId, country, group_ids: customerGroupIds } = person
    const who = priceContextOf({ regionId, country, customerGroupIds }, await book.regions())
    const key = `${who ? priceContextKey(who) : ""}/${JSON.stringify(products)}`
    let offers = this.offers.get(key)
    if (!offers) this.offers.set(key, (offers = book.offersFor(products!, who)))
    return offers
  }

  private spamPoints({ features }: ByLocale, subject: string): number {
    const key = `${features.subject}\n${subject}`
    const before = this.spam.get(key)
    if (before !== undefined) return before
    const { points } = spamScore({ ...features, subject })
    if (this.spam.size >= MOST_SUBJECTS) this.spam.clear()
    this.spam.set(key, points)
    return points
  }
}

/** With a name in the subject there are as many subjects as names. */
const MOST_SUBJECTS = 5_000

const SOMEBODY: PreflightPersonRow = {
  row_number: 0,
  contact_id: NO_MESSAGE,
  email: "somebody@example.com",
  first_name: "Alex",
  last_name: "Sample",
  fields: {},
  locale: "en",
  tracking: "denied",
  region_id: null,
  country: null,
  group_ids: [],
}

/** `first_name` and `firstName` are one name in two spellings; names of own fields are the merchant's. */
function keysOf(path: string): string[] {
  const [first, ...rest] = path.split(".").slice(1)
  return [first!.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()), ...rest]
}

function isBlank({ contact }: Record<string, unknown>, path: string): boolean {
  const value = keysOf(path).reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], contact)
  return value === undefined || value === null || String(value).trim() === ""
}

function withValue(context: Record<string, unknown>, path: string, value: string): Record<string, unknown> {
  const [key, own] = keysOf(path) as [string, string?]
  const contact = context.contact as Record<string, object>
  return { ...context, contact: { ...contact, [key]: own === undefined ? value : { ...contact[key], [own]: value } } }
}

/** Products that were picked and are not shown; of a list that fills itself: 1 when it is empty. */
function unpricedOf({ products = [] }: VersionedTemplate, context: Record<string, unknown>): number {
  const offers = context.products as Record<string, OfferContext[]> | undefined
  return products.reduce((sum, { block, source, productIds, count }) => {
    const shown = offers?.[block]?.length ?? 0
    const wanted = source === "picked" ? Math.min(productIds.length, count) : 1
    return sum + Math.max(0, wanted - shown)
  }, 0)
}
