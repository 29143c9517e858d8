import type { AutomationSettings } from "../core/automations/automation-settings"
import type { PlacedEffect as Effect } from "../core/automations/effects"
import type { Facts } from "../core/automations/facts"
import type { NewMessage } from "../core/messages/new-message"
import type { Settings } from "../core/settings/settings"
import type { Db } from "../modules/mailroom/database"
import type { Mailroom } from "../modules/mailroom/mailroom"
import { insertDecisions, selectChosenLocale, type EnrolmentRow } from "../modules/mailroom/sql/enrolments"
import { TemplateMissing } from "./template-missing"

/** What every mail of a step needs and no transaction must wait for: read before it is opened. */
export type Means = {
  settings: Settings
  senderId: string | null
  versions: Map<string, string>
  regionLocale: string | null
}

type Carrying = {
  mailroom: Mailroom
  tx: Db
  row: EnrolmentRow
  settings: AutomationSettings
  facts: Facts
  effects: Effect[]
  means: Means
}

/** A second connection inside a transaction could wait for ever in a small pool, so all reading is done here. */
export async function meansFor(mailroom: Mailroom, effects: Effect[], facts: Facts): Promise<Means> {
  const keys = new Set(effects.flatMap(templateOf))
  const versions = new Map<string, string>()
  for (const key of keys) {
    const version = await mailroom.templates.liveVersionOf(key)
    if (!version) throw new TemplateMissing(key)
    versions.set(key, version)
  }
  const sender = await mailroom.senders.resolve({ salesChannelId: facts.salesChannelId })
  const regionLocale = facts.regionId ? ((await mailroom.shop?.regionLocale(facts.regionId)) ?? null) : null
  return { settings: await mailroom.settings.read(), senderId: sender?.id ?? null, versions, regionLocale }
}

function templateOf(effect: Effect): string[] {
  switch (effect.kind) {
    case "mail_shopper":
    case "mail_owner":
      return [effect.settings.template]
    case "mail_third_party":
      return ["third_party_notice"]
    default:
      return []
  }
}

/** The node of a notice that takes an earlier one back: it goes although the order is cancelled. */
export const CORRECTION = "correction"

/** A parcel's mail three days late is still of use; a reset's is not. */
const EXPIRES_HOURS = { tx: 72, marketing: 24, secret: 1 }

/** Stores the effects of one step in the caller's transaction: messages by their keys, decisions with their reasons. */
export async function carryOut(carrying: Carrying): Promise<{ contactId: string | null }> {
  const { mailroom, tx, row, effects } = carrying
  const person = await personOf(carrying)
  const messages = effects.flatMap((effect) => messagesOf(carrying, effect, person))
  if (messages.length > 0) await mailroom.messages.plan(tx, messages)
  const decisions = effects.flatMap((effect) => (effect.kind === "decision" ? [effect] : []))
  if (decisions.length > 0)
    await tx.query(
      insertDecisions(
        decisions.map(({ node, verdict, reason }) => ({
          sourceId: row.automation_id,
          enrolmentId: row.id,
          contactId: person.contactId,
          occurrenceKey: row.occurrence_key,
          node,
          verdict,
          reason,
          detail: { about: carrying.facts.about },
        })),
      ),
    )
  return { contactId: person.contactId }
}

type Person = {
  contactId: string | null
  addressId: string | null
  chosenLocale: string | null
  lastLocale: string | null
}

/** The contact behind the shopper's address. Admin users who reset or are invited do not become contacts. */
async function personOf({ mailroom, tx, facts }: Carrying): Promise<Person> {
  const nobody = { contactId: null, addressId: null, chosenLocale: null, lastLocale: null }
  const { email, locale } = facts.shopper
  if (!email || facts.actorType === "user" || facts.event === "invite.created") return nobody
  const source = facts.about?.kind ?? "event"
  const [known] = await mailroom.contacts.ensureByEmail(tx, [{ email, source, locale }])
  if (!known?.ok) return nobody
  const [chosen] = await tx.query<{ chosen: string | null }>(selectChosenLocale(known.contactId))
  const { contactId, addressId } = known
  return { contactId, addressId, chosenLocale: chosen?.chosen ?? null, lastLocale: known.locale }
}

function messagesOf(carrying: Carrying, effect: Effect, person: Person): NewMessage[] {
  switch (effect.kind) {
    case "mail_shopper":
      return [shopperMail(carrying, effect, person)]
    case "mail_owner":
      return ownerMails(carrying, effect)
    case "mail_third_party":
      return thirdPartyMails(carrying, effect)
    default:
      return []
  }
}

function shopperMail(
  carrying: Carrying,
  effect: Extract<Effect, { kind: "mail_shopper" }>,
  person: Person,
): NewMessage {
  const { facts, row, settings } = carrying
  const { shopper } = facts
  const { template, class: mailClass, isSecret } = effect.settings
  const email = shopper.email ?? ""
  return {
    ...common(carrying, effect, template, localeFor(carrying, person)),
    idempotencyKey: `auto:${row.id}:${effect.node}:${effect.visit}:shopper`,
    class: mailClass,
    kind: row.automation_kind === "store_email" ? "store_email" : "automation",
    lane: mailClass === "marketing" ? "automations" : isSecret ? "system" : "receipts",
    contactId: person.contactId,
    addressId: person.addressId,
    to: { email, name: shopper.name },
    context: { ...facts.context, isOwnerCopy: false },
    isSecret,
    isTracked: settings.isTracked && !isSecret,
    expiresAt: after(row.now, isSecret ? EXPIRES_HOURS.secret : EXPIRES_HOURS[mailClass]),
    refused: facts.isSilenced ? "merchant_asked_for_silence" : facts.needsMerchantsWord ? "merchants_word" : undefined,
  }
}

/** The owner's copy goes whether or not the shopper was to be told. */
function ownerMails(carrying: Carrying, effect: Extract<Effect, { kind: "mail_owner" }>): NewMessage[] {
  const { facts, row, settings, means } = carrying
  const { owner, general } = means.settings
  const addresses = settings.ownerCopy.addresses.length > 0 ? settings.ownerCopy.addresses : owner.addresses
  const shared = common(carrying, effect, effect.settings.template, general.locale)
  return [...new Set(addresses)].map((email) => ({
    ...shared,
    idempotencyKey: `auto:${row.id}:${effect.node}:${effect.visit}:owner:${email.toLowerCase()}`,
    class: "tx" as const,
    kind: "owner_copy" as const,
    lane: "receipts" as const,
    contactId: null,
    addressId: null,
    to: { email },
    context: { ...facts.context, isOwnerCopy: true },
    isTracked: false,
    expiresAt: after(row.now, EXPIRES_HOURS.tx),
  }))
}

type NoticeEffect = Extract<Effect, { kind: "mail_third_party" }>

/** One mail per address in "to", so that one that bounces does not hide the others; cc and bcc go with the first. */
function thirdPartyMails(carrying: Carrying, effect: NoticeEffect): NewMessage[] {
  const { facts, row, settings, means } = carrying
  const { general } = means.settings
  const { to, cc, bcc, context } = effect.notice
  const shared = common(carrying, effect, "third_party_notice", effect.settings.locale ?? general.locale)
  return to.map((email, n) => ({
    ...shared,
    idempotencyKey: `auto:${row.id}:${effect.node}:${effect.visit}:${email.toLowerCase()}${repetition(carrying, effect, email)}`,
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
function repetition({ effects }: Carrying, effect: NoticeEffect, email: string): string {
  const isTo = ({ notice }: NoticeEffect) => notice.to.some((one) => one.toLowerCase() === email.toLowerCase())
  const earlier = effects
    .slice(0, effects.indexOf(effect))
    .filter((other) => other.kind === "mail_third_party" && other.node === effect.node && isTo(other))
  return earlier.length === 0 ? "" : `:${earlier.length + 1}`
}

function common({ row, settings, facts, means }: Carrying, effect: { node: string }, template: string, locale: string) {
  return {
    originAt: facts.occurredAt,
    origin: "automation" as const,
    sourceId: row.automation_id,
    node: effect.node,
    enrolmentId: row.id,
    senderId: means.senderId,
    templateVersionId: means.versions.get(template)!,
    locale,
    about: facts.about,
    isCopyKept: settings.isCopyKept,
  }
}

/** The contact's own choice, then the order's or cart's, then what is known of the contact, the region's, the shop's. */
function localeFor({ facts, means }: Carrying, { chosenLocale, lastLocale }: Person): string {
  return chosenLocale ?? facts.shopper.locale ?? lastLocale ?? means.regionLocale ?? means.settings.general.locale
}

const after = (now: Date, hours: number): Date => new Date(now.getTime() + hours * 3_600_000)
