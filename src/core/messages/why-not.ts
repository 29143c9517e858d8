import type { DropReason } from "./states"

/** A suppression with what proves it. Times are ISO strings. */
export type StopEvidence = {
  reason: string
  isDomain: boolean
  at: string
  until: string | null
  /** Name of the mail whose link, bounce or complaint it came from. */
  mail: string | null
  code: string | null
  domain: string | null
  note: string | null
}

/** The last "no" of this scope in the consent log. */
export type LeavingEvidence = { at: string; scope: "topic" | "all"; mail: string | null; by: "contact" | "store" }

/** What is known beside the gate's verdict: who, what, when. */
export type WhyEvidence = {
  topic: string | null
  stop: StopEvidence | null
  left: LeavingEvidence | null
  /** Since when the person is subscribed (or pending), on which basis, and when that ends. */
  since: string | null
  basis: string | null
  endsAt: string | null
  pausedUntil: string | null
  lastSignOfLifeAt: string | null
  /** Marketing mails in the days before, and how many days are looked at; null = nobody counts. */
  recent: { count: number; days: number } | null
}

/** One sentence as a key and its values; the screens translate by the key, `at`, `until` and `moment` are ISO times. */
export type WhySentence = { key: WhyKey; values: Record<string, string> }

/** In English, for the API. Values stand in braces. */
export const WHY_SENTENCES = {
  would_send: "Nothing stands in the way: subscribed since {at}.",
  would_send_topic: "Nothing stands in the way: subscribed to “{topic}” since {at}.",
  would_send_receipt: "Nothing stands in the way: receipts need no subscription.",
  left_topic_by_mail: "Not sent: left “{topic}” on {at} through the link in “{mail}”.",
  left_topic: "Not sent: left “{topic}” on {at}.",
  left_topic_by_store: "Not sent: somebody of the store took the person out of “{topic}” on {at}.",
  left_all_by_mail: "Not sent: left all marketing mail on {at} through the link in “{mail}”.",
  left_all: "Not sent: left all marketing mail on {at}.",
  left_all_by_store: "Not sent: somebody of the store ended all marketing mail on {at}.",
  bounced: "Not sent: a mail came back for good on {at} ({code}): the mailbox does not exist.",
  bounced_soft: "Not sent: mails came back again and again, the last time on {at}.",
  complained_about: "Not sent: “{mail}” was marked as spam on {at}.",
  complained: "Not sent: a mail was marked as spam on {at}.",
  stopped_by_store: "Not sent: somebody of the store stopped mail to this address on {at}.",
  stopped_by_store_because: "Not sent: somebody of the store stopped mail to this address on {at}: {note}",
  domain_stopped: "Not sent: mail to {domain} is stopped since {at}.",
  domain_stopped_until: "Not sent: mail to {domain} is stopped from {at} to {until}.",
  erased_on: "Not sent: the person was erased on {at}.",
  erased: "Not sent: the person was erased.",
  no_address: "Not sent: there is no e-mail address.",
  address_invalid: "Not sent: no mail server could take this address.",
  never_asked: "Not sent: this person was never asked, or never answered.",
  pending: "Not sent: the subscription of {at} was never confirmed.",
  consent_ended: "Not sent: the consent ended on {at} ({basis}).",
  not_in_topic: "Not sent: this person does not subscribe to “{topic}”.",
  paused: "Not sent: this person asked for a pause until {until}.",
  inactive: "Not sent: no sign of life since {at}; the next purchase wakes this person.",
  had_enough: "Not sent: had {count} marketing mails in {days} days, the most that the settings allow.",
  gave_way:
    "Not sent: had {count} marketing mails in {days} days, and a mail of higher priority was to have the last place.",
  no_room: "Not sent: had {count} marketing mails in {days} days, and no place under the limit came free in time.",
  waits_for_hours: "Waits for the hours at which it may go: until {moment}.",
  waits_for_room:
    "Waits: had {count} marketing mails in {days} days, the most that the settings allow. Goes on {moment} at the earliest.",
  waits_for_priority: "Waits: a mail of higher priority is to have the last place under the limit of marketing mails.",
  waits_for_resume: "Waits: its automation is paused.",
  no_postal_address: "Not sent: marketing mail must show the store's postal address, which is not set.",
} as const

export type WhyKey = keyof typeof WHY_SENTENCES

/** Null for reasons that are not the gate's (a refusing server, a stopped mailing): those have a sentence of their own. */
export function whyNot(reason: string, evidence: WhyEvidence): WhySentence | null {
  const read = READERS[reason as DropReason]
  return read ? read(evidence) : null
}

export function whyYes(isMarketing: boolean, { topic, since }: WhyEvidence): WhySentence {
  if (!isMarketing) return say("would_send_receipt")
  return topic ? say("would_send_topic", { topic, at: since }) : say("would_send", { at: since })
}

/** The English sentence; `date` and `moment` (with the time of day) write an ISO time as the reader likes it. */
export function whySentenceText(
  { key, values }: WhySentence,
  date: (iso: string) => string,
  moment: (iso: string) => string = date,
): string {
  return WHY_SENTENCES[key].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name] ?? "?"
    if (name === "moment") return moment(value)
    return name === "at" || name === "until" ? date(value) : value
  })
}

type Reader = (evidence: WhyEvidence) => WhySentence

const READERS: Partial<Record<string, Reader>> = {
  no_address: () => say("no_address"),
  address_invalid: () => say("address_invalid"),
  suppressed_hard_bounce: ({ stop }) => say("bounced", { at: stop?.at, code: stop?.code }),
  suppressed_soft_bounces: ({ stop }) => say("bounced_soft", { at: stop?.at }),
  suppressed_complaint: ({ stop }) =>
    stop?.mail ? say("complained_about", { at: stop.at, mail: stop.mail }) : say("complained", { at: stop?.at }),
  suppressed_manual: ({ stop }) =>
    stop?.note
      ? say("stopped_by_store_because", { at: stop.at, note: stop.note })
      : say("stopped_by_store", { at: stop?.at }),
  suppressed_domain: ({ stop }) =>
    stop?.until
      ? say("domain_stopped_until", { domain: stop.domain, at: stop.at, until: stop.until })
      : say("domain_stopped", { domain: stop?.domain, at: stop?.at }),
  suppressed_erasure: ({ stop }) => say("erased_on", { at: stop?.at }),
  contact_erased: () => say("erased"),
  erased: () => say("erased"),
  not_subscribed: () => say("never_asked"),
  subscription_pending: ({ since }) => say("pending", { at: since }),
  unsubscribed: leaving,
  topic_unsubscribed: leaving,
  consent_expired: ({ endsAt, basis }) => say("consent_ended", { at: endsAt, basis }),
  topic_not_subscribed: ({ topic }) => say("not_in_topic", { topic }),
  paused_by_contact: ({ pausedUntil }) => say("paused", { until: pausedUntil }),
  inactive_two_years: ({ lastSignOfLifeAt }) => say("inactive", { at: lastSignOfLifeAt }),
  frequency_cap: ({ recent }) => say("had_enough", counted(recent)),
  gave_way: ({ recent }) => say("gave_way", counted(recent)),
  no_room_in_time: ({ recent }) => say("no_room", counted(recent)),
  no_postal_address: () => say("no_postal_address"),
}

const counted = (recent: WhyEvidence["recent"]) =>
  recent ? { count: String(recent.count), days: String(recent.days) } : {}

/** Why a mail of an automation has not gone yet; `until` as ISO. Null for a wait that nobody wrote down. */
export function whyWaits(wait: { reason: string; count?: number; days?: number; until?: string }): WhySentence | null {
  const { reason, count, days, until } = wait
  switch (reason) {
    case "quiet_hours":
      return say("waits_for_hours", { moment: until })
    case "frequency_cap":
      return say("waits_for_room", { count: count?.toString(), days: days?.toString(), moment: until })
    case "gave_way":
      return say("waits_for_priority")
    case "automation_paused":
      return say("waits_for_resume")
    default:
      return null
  }
}

/** The log says more than the suppression: it knows who, and which scope. */
function leaving({ left, stop, topic }: WhyEvidence): WhySentence {
  const scope = left?.scope ?? "all"
  const mail = left?.mail ?? stop?.mail ?? null
  const at = left?.at ?? stop?.at
  const how = left?.by === "store" ? "_by_store" : mail ? "_by_mail" : ""
  return scope === "topic" ? say(`left_topic${how}`, { topic, at, mail }) : say(`left_all${how}`, { at, mail })
}

function say(key: WhyKey, values: Record<string, string | null | undefined> = {}): WhySentence {
  const known = Object.entries(values).filter((entry): entry is [string, string] => typeof entry[1] === "string")
  return { key, values: Object.fromEntries(known) }
}
