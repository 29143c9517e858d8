import { automationSettingsSchema } from "../core/automations/automation-settings"
import type { Facts } from "../core/automations/facts"
import type { SendPushSettings } from "../core/automations/nodes/send-push"
import type { SendSmsSettings } from "../core/automations/nodes/send-sms"
import { readerLocale } from "../core/automations/reader-locale"
import type { Channel } from "../core/channels/channel"
import { textFor, type ChannelText } from "../core/channels/channel-text"
import type { Reach } from "../core/channels/whom-to-reach"
import { spanAt, windowOf } from "../core/mailings/sending-window"
import type { DropReason } from "../core/messages/states"
import type { Mailroom } from "../modules/mailroom/mailroom"
import type { PersonFacts } from "../modules/mailroom/sql/contact-facts"
import type { EffectRow } from "../modules/mailroom/sql/effect-queue"
import { selectPeople, type PersonRow } from "../modules/mailroom/sql/enrolment-answers"
import { renderWords } from "../rendering/render-words"
import { peopleFacts } from "./facts-of-person"
import { lastInstantCheck } from "./last-instant"

export type SayingSettings = SendSmsSettings | SendPushSettings

/** What must be known of a person and of the shop before something is said by SMS or push, read just before it goes. */
export type Saying = {
  person: PersonRow | null
  named: PersonFacts | null
  reach: Reach
  consent: "granted" | "denied" | null
  pausedUntil: Date | null
  notSoAnyMore: DropReason | null
}

type Asked = { channel: Channel; row: EffectRow; settings: SayingSettings; facts: Facts | null }

export async function sayingOf(mailroom: Mailroom, { channel, row, settings, facts }: Asked): Promise<Saying> {
  const id = row.contact_id
  const [people, named, consent, agreed] = await Promise.all([
    id ? mailroom.db.query<PersonRow>(selectPeople([id])) : [],
    id ? peopleFacts(mailroom, [id]) : new Map<string, PersonFacts>(),
    id ? mailroom.consent.channelsOf(mailroom.db, id) : null,
    id ? mailroom.personChannels.addressOf(id, channel) : null,
  ])
  return {
    person: people[0] ?? null,
    named: (id && named.get(id)) || null,
    reach: await reachOf(mailroom, facts, agreed),
    consent: consent?.channels[channel]?.state ?? null,
    pausedUntil: consent?.pausedUntil ?? null,
    notSoAnyMore: await notSoAnyMore(mailroom, row, settings, facts),
  }
}

async function reachOf({ shop }: Mailroom, facts: Facts | null, agreed: string | null): Promise<Reach> {
  const customerId = facts?.shopper.customerId ?? null
  const customer = customerId ? await shop!.customer(customerId) : null
  const { shippingAddress, billingAddress } = facts?.order?.context ?? {}
  return {
    agreed,
    orderPhone: facts?.order?.phone ?? null,
    orderCountry: shippingAddress?.countryCode ?? billingAddress?.countryCode ?? null,
    customerPhone: customer?.phone ?? null,
    customerCountry: customer?.countryCode ?? null,
    customerId,
  }
}

/** The same conditions as of a mail of an automation (F48). */
async function notSoAnyMore(
  mailroom: Mailroom,
  { id, node }: EffectRow,
  { onlyIf }: SayingSettings,
  facts: Facts | null,
): Promise<DropReason | null> {
  const { kind = null, id: subjectId = null } = facts?.about ?? {}
  const product = facts?.context.product as { id: string; price: string | null; currency: string | null } | undefined
  const about = {
    id,
    kind: "automation",
    node,
    subjectKind: kind,
    subjectId,
    onlyIf,
    product: product ?? null,
  } as const
  return (await lastInstantCheck(mailroom, [about])).get(id) ?? null
}

type Wording = { settings: SayingSettings; facts: Facts | null; saying: Saying; enrolmentId: string | null }

/** In the reader's language, with the variables of the automation's mails. Throws a RenderError for what is no Liquid. */
export async function wordsFor(
  mailroom: Mailroom,
  { settings, facts, saying, enrolmentId }: Wording,
): Promise<ChannelText> {
  const { general } = await mailroom.settings.read()
  const { person, named } = saying
  const sender = await mailroom.senders.resolve({ salesChannelId: facts?.salesChannelId ?? null })
  const locale = readerLocale({
    chosen: person?.chosen_locale ?? null,
    said: facts?.shopper.locale ?? null,
    last: person?.locale ?? null,
    region: facts?.regionId ? ((await mailroom.shop?.regionLocale(facts.regionId)) ?? null) : null,
    shop: general.locale,
  })
  const promotion = enrolmentId ? (await mailroom.promotionCodes.usable([enrolmentId])).get(enrolmentId) : undefined
  const contact = { firstName: named?.first_name ?? "", lastName: named?.last_name ?? "", email: named?.email ?? "" }
  const means = {
    context: { ...facts?.context, ...(promotion && { promotion }), contact },
    locale,
    timeZone: general.timeZone,
    shopName: sender?.name ?? "",
  }
  const { title, text, link } = textFor(settings, locale)
  const said = renderWords({ line: title, text, ...means })
  return { title: said.line, text: said.text, link: link && renderWords({ line: link, text: "", ...means }).line }
}

/** When marketing may go again by the reader's clock: the hours of the automation, else of the shop. Null: now. */
export async function nextOpening(mailroom: Mailroom, row: EffectRow, zone: string | null): Promise<Date | null> {
  const { settings } = await mailroom.automations.retrieve(row.automation_id)
  const { schedule, general } = await mailroom.settings.read()
  const window = windowOf(automationSettingsSchema.parse(settings).sendingWindow, schedule)
  if (!window) return null
  const { from } = spanAt(window, row.now, zone, general.timeZone)
  return from > row.now ? from : null
}
