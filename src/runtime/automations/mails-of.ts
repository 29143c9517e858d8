import type { AutomationSettings } from "../../core/automations/automation-settings"
import type { PlacedEffect, PlacedEffectOf } from "../../core/automations/effects"
import type { Facts } from "../../core/automations/facts"
import { readerLocale } from "../../core/automations/reader-locale"
import { MARKETING_LIVES_MS } from "../../core/automations/send-rules"
import { spanAt, windowOf } from "../../core/mailings/sending-window"
import { shopperMailReason } from "../../core/messages/idempotency-key"
import type { NewMessage } from "../../core/messages/new-message"
import type { EnrolmentRow } from "../../modules/mailroom/sql/enrolments"
import type { Means } from "./means"
import type { Person, Walk } from "./walk"

/** What a mail of a step is made from. */
type Making = {
  row: EnrolmentRow
  automationKind: Walk["automationKind"]
  settings: AutomationSettings
  facts: Facts
  person: Person
  effects: PlacedEffect[]
  means: Means
}

/** The node of a notice that takes an earlier one back: it goes although the order is cancelled. */
export const CORRECTION = "correction"

/** A parcel's mail three days late is still of use; a reset's is not. */
const EXPIRES_HOURS = { tx: 72, marketing: MARKETING_LIVES_MS / 3_600_000, secret: 1 }

/** The messages that an effect becomes; none for one that is no mail. */
export function mailsOf(making: Making, effect: PlacedEffect): NewMessage[] {
  switch (effect.kind) {
    case "mail_shopper":
      return [shopperMail(making, effect)]
    case "mail_owner":
      return ownerMails(making, effect)
    case "mail_third_party":
      return thirdPartyMails(making, effect)
    default:
      return []
  }
}

/** Of automations that the merchant made and of autoresponders; store e-mails keep their own word. */
const KINDS = {
  store_email: "store_email",
  custom_action: "automation",
  automation: "automation",
  autoresponder: "autoresponder",
} as const

function shopperMail(making: Making, effect: PlacedEffectOf<"mail_shopper">): NewMessage {
  const { facts, row, settings, person, automationKind } = making
  const { shopper } = facts
  const { template, class: mailClass, isSecret, bcc, topicId, onlyIf } = effect.settings
  const isMarketing = mailClass === "marketing"
  const opensAt = isMarketing ? opensLater(making) : null
  return {
    ...common(making, effect, template, localeFor(making)),
    idempotencyKey: shopperMailReason({ enrolmentId: row.id, node: effect.node, visit: effect.visit }),
    class: mailClass,
    kind: KINDS[automationKind],
    lane: isMarketing ? "automations" : isSecret ? "system" : "receipts",
    contactId: person.contactId,
    addressId: person.addressId,
    topicId: isMarketing ? (topicId ?? settings.topicId) : null,
    to: { email: shopper.email ?? "", name: shopper.name },
    bcc: isSecret ? [] : bcc,
    // `onlyIf` is read again in the moment of handing over.
    context: { ...facts.context, ...promotionOf(making), isOwnerCopy: false, ...(onlyIf.length > 0 && { onlyIf }) },
    isSecret,
    isTracked: settings.isTracked && !isSecret,
    ...(opensAt && { dueAt: opensAt }),
    expiresAt: after(opensAt ?? row.now, isSecret ? EXPIRES_HOURS.secret : EXPIRES_HOURS[mailClass]),
    refused: facts.isSilenced ? "merchant_asked_for_silence" : facts.needsMerchantsWord ? "merchants_word" : undefined,
  }
}

/** When the hours of marketing mail begin for this reader; null: it may go now. Asked again in the last instant. */
function opensLater({ row, settings, person, means }: Making): Date | null {
  const { schedule, general } = means.settings
  const window = windowOf(settings.sendingWindow, schedule)
  if (!window) return null
  const { from } = spanAt(window, row.now, person.timeZone, general.timeZone)
  return from > row.now ? from : null
}

/** Nothing for whoever has no code, or has used it: then the block that shows it disappears. */
function promotionOf({ row, means }: Making) {
  const promotion = means.promotions.get(row.id)
  return promotion ? { promotion } : {}
}

/** The owner's copy goes whether or not the shopper was to be told. */
function ownerMails(making: Making, effect: PlacedEffectOf<"mail_owner">): NewMessage[] {
  const { facts, row, settings, means } = making
  const { owner, general } = means.settings
  const addresses = settings.ownerCopy.addresses.length > 0 ? settings.ownerCopy.addresses : owner.addresses
  const shared = common(making, effect, effect.settings.template, general.locale)
  return [...new Set(addresses)].map((email) => ({
    ...shared,
    idempotencyKey: `auto:${row.id}:${effect.node}:${effect.visit}:owner:${email.toLowerCase()}`,
    class: "tx" as const,
    kind: "owner_copy" as const,
    lane: "receipts" as const,
    contactId: null,
    addressId: null,
    to: { email },
    context: { ...facts.context, ...promotionOf(making), isOwnerCopy: true },
    isTracked: false,
    expiresAt: after(row.now, EXPIRES_HOURS.tx),
  }))
}

type NoticeEffect = PlacedEffectOf<"mail_third_party">

/** One mail per address in "to", so that one that bounces does not hide the others; cc and bcc go with the first. */
function thirdPartyMails(making: Making, effect: NoticeEffect): NewMessage[] {
  const { facts, row, settings, means } = making
  const { general } = means.settings
  const { to, cc, bcc, context } = effect.notice
  const shared = common(making, effect, "third_party_notice", effect.settings.locale ?? general.locale)
  return to.map((email, n) => ({
    ...shared,
    idempotencyKey: `auto:${row.id}:${effect.node}:${effect.visit}:${email.toLowerCase()}${repetition(making, effect, email)}`,
    class: "system" as const,
    kind: "custom_action" as const,
    node: facts.isCorrection ? CORRECTION : effect.node,
    lane: "receipts" as const,
    contactId: null,
    addressId: null,
    to: { email },
    cc: n === 0 ? cc : [],
    bcc: n === 0 ? bcc : [],
    context,
    isTracked: settings.isTracked,
    expiresAt: after(row.now, EXPIRES_HOURS.tx),
  }))
}

/** Who stands in several notices of one step, each about other lines, gets each of them: `:2`, `:3` … in the key. */
function repetition({ effects }: Making, effect: NoticeEffect, email: string): string {
  const isTo = ({ notice }: NoticeEffect) => notice.to.some((one) => one.toLowerCase() === email.toLowerCase())
  const earlier = effects
    .slice(0, effects.indexOf(effect))
    .filter((other) => other.kind === "mail_third_party" && other.node === effect.node && isTo(other))
  return earlier.length === 0 ? "" : `:${earlier.length + 1}`
}

function common(
  { row, settings, facts, means }: Making,
  effect: PlacedEffectOf<"mail_shopper" | "mail_owner"> | NoticeEffect,
  template: string,
  locale: string,
) {
  const senderId = effect.kind === "mail_third_party" ? null : effect.settings.senderId
  return {
    originAt: facts.occurredAt,
    origin: "automation" as const,
    sourceId: row.automation_id,
    node: effect.node,
    enrolmentId: row.id,
    senderId: means.senderOf({ id: senderId, salesChannelId: facts.salesChannelId }),
    templateVersionId: means.versionOf(template),
    locale,
    about: facts.about,
    isCopyKept: settings.isCopyKept,
  }
}

function localeFor({ facts, means, person }: Making): string {
  return readerLocale({
    chosen: person.chosenLocale,
    said: facts.shopper.locale,
    last: person.lastLocale,
    region: (facts.regionId && means.regionLocales.get(facts.regionId)) || null,
    shop: means.settings.general.locale,
  })
}

const after = (now: Date, hours: number): Date => new Date(now.getTime() + hours * 3_600_000)
