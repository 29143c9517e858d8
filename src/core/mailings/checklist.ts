import { abItems, type AbFacts } from "./ab-checklist"
import type { DocumentProblem } from "../templates/document-problems"
import { daysNeeded, type KnownHost, type Limits } from "./duration"
import type { SendingWindow } from "./sending-window"
import type { AudienceProblem, ComposedKind } from "./audience"
import { beforeItems, type BeforeFacts } from "./before-you-send"

/** What is looked at before a mailing may go (F33). */
export type ChecklistFacts = {
  kind: ComposedKind | "mailout"
  subject: string
  preheader: string
  /** What is unfinished in the content; empty = nothing. */
  content: DocumentProblem[]
  topic: { name: string; isArchived: boolean } | null
  /** Why it is for nobody, whoever there is. */
  audience: (AudienceProblem & { segmentName?: string }) | null
  /** What the settings allow, and what is known of the server that it goes through. */
  limits: Limits
  /** When it may leave; null = always. */
  window: SendingWindow | null
  /** The end that was set for it comes before it may begin. */
  isTooLate: boolean
  host: KnownHost | null
  sender: { fromEmail: string | null; postalAddress: string | null } | null
  before: BeforeFacts
  /** What else keeps Mailroom from sending, as sentences with their way out. */
  findings: { key: string; severity: "blocks" | "blocks_marketing" | "warning"; sentence: string; way_out: string }[]
  ab?: AbFacts | null
}

export type ChecklistItem = {
  key: string
  ok: boolean | null
  severity: "blocks" | "warning" | "info"
  sentence: string
  way_out: string | null
  /** The mail that it is about, in the Outbox. */
  message_id?: string
  /** Only a person can know it, and says so with a tick (`mailings/:id/test-looked-at`). */
  can_be_ticked?: true
}

/** Null: nobody knows, counting took too long. */
export type CountedPeople = { members: number | null; recipients: number | null; seen?: number | null }

export type Checklist = { can_send: boolean; recipients: number | null; items: ChecklistItem[] }

/** Everything that is asked, answered or not, in the order of the composer. `people` null: they are not counted yet. */
export function checklistOf(facts: ChecklistFacts, people: CountedPeople | null): Checklist {
  const items = [
    subjectItem(facts),
    preheaderItem(facts),
    contentItem(facts),
    topicItem(facts),
    ...audienceItems(facts),
    ...(people && !facts.audience ? [recipientsItem(facts, people)] : []),
    ...abItems(facts.ab ?? null, people),
    ...durationItems(facts, people?.recipients ?? null),
    ...endItems(facts),
    senderItem(facts),
    postalItem(facts),
    ...beforeItems(facts.before),
    ...findingItems(facts),
  ]
  return {
    can_send: !items.some(({ ok, severity }) => ok === false && severity === "blocks"),
    recipients: people?.recipients ?? null,
    items,
  }
}

type Rule = { key: string; ok: boolean; severity?: ChecklistItem["severity"]; yes: string; no: string; wayOut: string }

export function item({ key, ok, severity = "blocks", yes, no, wayOut }: Rule): ChecklistItem {
  return { key, ok, severity, sentence: ok ? yes : no, way_out: ok ? null : wayOut }
}

export function subjectItem({ subject }: ChecklistFacts): ChecklistItem {
  return item({
    key: "subject",
    ok: subject.trim() !== "" && subject.length <= 255,
    yes: "It has a subject.",
    no:
      subject.trim() === ""
        ? "The subject is empty."
        : `The subject has ${subject.length} characters; inboxes take 255.`,
    wayOut: "Write a subject of one line; the first 40 characters are seen on a phone.",
  })
}

function preheaderItem({ preheader }: ChecklistFacts): ChecklistItem {
  return item({
    key: "preheader",
    ok: preheader.trim() !== "",
    severity: "info",
    yes: "It has a preview line.",
    no: "There is no preview line; inboxes will show the first words of the mail.",
    wayOut: "Write one sentence that goes on where the subject ends.",
  })
}

export function contentItem({ content }: ChecklistFacts): ChecklistItem {
  const [first] = content
  const place = first?.block ? `Block ${first.block}: ` : ""
  const sentence = first ? PROBLEMS[first.problem] : { no: "", wayOut: "" }
  const isHint = content.every(({ problem }) => problem === "picture_without_alt")
  return item({
    key: "content",
    ok: content.length === 0,
    severity: isHint ? "warning" : "blocks",
    yes: "It has content.",
    no: `${place}${sentence.no}${content.length > 1 ? ` (and ${content.length - 1} more)` : ""}`,
    wayOut: sentence.wayOut,
  })
}

const PROBLEMS: Record<DocumentProblem["problem"], { no: string; wayOut: string }> = {
  empty: { no: "The mail is empty.", wayOut: "Add a text, a picture or a button." },
  picture_without_address: { no: "A picture has no address.", wayOut: "Choose the picture, or remove the block." },
  picture_without_alt: {
    no: "A picture has no description.",
    wayOut: "Say in a few words what it shows: many inboxes show the words first.",
  },
  button_without_link: { no: "A button leads nowhere.", wayOut: "Give it a link, or remove the block." },
  button_without_label: { no: "A button has no words on it.", wayOut: "Write what happens on a click." },
}

function topicItem({ kind, topic }: ChecklistFacts): ChecklistItem {
  const isArchived = topic?.isArchived ?? false
  return item({
    key: "topic",
    ok: kind === "newsletter" ? topic !== null && !isArchived : !isArchived,
    yes: topicSentence(kind, topic?.name),
    no: topic ? `The topic "${topic.name}" is archived.` : "No topic is chosen.",
    wayOut: "Choose the topic whose subscribers get this mail.",
  })
}

function topicSentence(kind: ChecklistFacts["kind"], name: string | undefined): string {
  if (name === undefined) return "It is about no topic: everybody who subscribed to e-mail may get it."
  if (kind === "newsletter") return `It goes to the topic "${name}".`
  return `It is about the topic "${name}": who does not subscribe to it falls out.`
}

function audienceItems({ audience }: ChecklistFacts): ChecklistItem[] {
  // Without a topic the line above says so.
  if (audience === null || audience.key === "no_topic") return []
  return [item({ key: "audience", ok: false, yes: "", ...audienceSentence(audience) })]
}

function audienceSentence(problem: Exclude<NonNullable<ChecklistFacts["audience"]>, { key: "no_topic" }>): {
  no: string
  wayOut: string
} {
  switch (problem.key) {
    case "nobody_chosen":
      return { no: "Nobody is chosen.", wayOut: "Choose segments or lists, or everybody." }
    case "nobody_picked":
      return { no: "Nobody is picked.", wayOut: "Tick people in the contact list and write to them from there." }
    case "too_many_picked":
      return {
        no: `${problem.picked} people are picked; a serial mail goes to ${problem.most} at most.`,
        wayOut: "Put them onto a list and make it a targeted mail.",
      }
    case "in_and_out":
      return {
        no: `"${problem.segmentName ?? problem.segmentId}" is both taken and left out.`,
        wayOut: "Take it out of one of the two.",
      }
    default:
      return assertNever(problem)
  }
}

function assertNever(value: never): never {
  throw new TypeError(`Unknown audience problem: ${JSON.stringify(value)}`)
}

function recipientsItem({ kind, topic }: ChecklistFacts, { members, recipients }: CountedPeople): ChecklistItem {
  if (members === null || recipients === null)
    return item({
      key: "recipients",
      ok: false,
      severity: "warning",
      yes: "",
      no: "Counting the recipients takes too long to wait for.",
      wayOut: "It can be sent; a simpler segment is counted faster.",
    })
  const subscribed = kind === "newsletter" ? "Nobody is subscribed to it yet" : "Nobody is in it"
  return item({
    key: "recipients",
    ok: recipients > 0,
    yes:
      recipients === members
        ? `${peopleWord(recipients)} it.`
        : `${recipients} of ${members} people get it; the others fall out, each for a reason.`,
    no: members === 0 ? `${subscribed}${topic ? ` ("${topic.name}")` : ""}.` : `None of ${members} people may get it.`,
    wayOut: kind === "newsletter" ? "Wait for sign-ups, or choose another topic." : "Choose other people.",
  })
}

/** Said before, and not found out after: a host's daily limit, and the days that one's own limits make of it (F33). */
function durationItems({ limits, host, window }: ChecklistFacts, recipients: number | null): ChecklistItem[] {
  if (!recipients) return []
  const warn = (key: string, no: string, wayOut: string) =>
    item({ key, ok: false, severity: "warning", yes: "", no, wayOut })
  if (host && recipients > host.perDay && (limits.perDay === null || limits.perDay > host.perDay))
    return [
      warn(
        "host_limit",
        `${host.name} takes about ${host.perDay} mails a day; this one would take ${daysNeeded(recipients, { ...limits, perDay: host.perDay }, window)} days.`,
        "Enter its daily limit in Settings → Speed, or send through a service for many mails.",
      ),
    ]
  const days = daysNeeded(recipients, limits, window)
  if (days === 1) return []
  return [
    warn(
      "duration",
      `At your limits this takes ${days} days.`,
      "Raise them in Settings → Speed if your mail server allows it, or send to fewer people.",
    ),
  ]
}

function endItems({ isTooLate }: ChecklistFacts): ChecklistItem[] {
  if (!isTooLate) return []
  return [
    item({
      key: "not_later_than",
      ok: false,
      yes: "",
      no: "Its “not later than” is over before it begins.",
      wayOut: "Choose a later end, or none, under “When it may go”.",
    }),
  ]
}

const peopleWord = (n: number) => (n === 1 ? "1 person gets" : `${n} people get`)

export function senderItem({ sender }: ChecklistFacts): ChecklistItem {
  return item({
    key: "sender",
    ok: Boolean(sender?.fromEmail),
    yes: `It comes from ${sender?.fromEmail}.`,
    no: "The sender has no address.",
    wayOut: "Fill in the from-address in Settings → Sender.",
  })
}

function postalItem({ sender }: ChecklistFacts): ChecklistItem {
  return item({
    key: "postal_address",
    ok: Boolean(sender?.postalAddress?.trim()),
    yes: "The footer carries your postal address.",
    no: "There is no postal address; the law asks for one in every marketing mail.",
    wayOut: "Fill in the postal address in Settings → Sender.",
  })
}

export function findingItems({ findings }: ChecklistFacts): ChecklistItem[] {
  return findings
    .filter(({ key }) => key !== "sender_missing" && key !== "postal_address_missing")
    .map(({ key, severity, sentence, way_out }) => ({
      key,
      ok: false,
      severity: severity === "warning" ? "warning" : "blocks",
      sentence,
      way_out,
    }))
}
