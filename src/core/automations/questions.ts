import type { Rule } from "../segments/rule"
import type { MessageStatus, Reason } from "../messages/states"
import type { Facts } from "./facts"
import type { WayReason } from "./way-reasons"

/** What became of a mail of a node: the chain rule (F13) and "check e-mail" read it. */
export type MailState = {
  status: MessageStatus
  reason: Reason | null
  isDelivered: boolean
  isOpened: boolean
  isClicked: boolean
  /** When it was handed over; null while it was not. */
  sentAt: Date | null
}

/** What became of something that leaves the database; null answer: there is no such effect. */
export type EffectState = {
  state: "pending" | "done" | "failed" | "in_doubt" | "skipped"
  answer: unknown
  /** Why it was not carried out, where that is one of our own words (`no_phone`). */
  why?: WayReason | null
}

/** The person behind an occurrence; `contactId` is null for people who are no contacts (admin users). */
export type KnownPerson = {
  contactId: string | null
  timeZone: string
  country: string | null
  /** Of all accounts of the person; none: guests. */
  groupIds?: string[]
}

/**
 * Everything that a node or filter may ask, by name: what is asked and what is answered. The runtime answers a question
 * for a whole batch of entrants by one statement (`runtime/automations/answers`). Secret-free: answers go into the "why".
 */
export type Questions = {
  /** What the occurrence is about, read from the shop as it is now. */
  occurrence: { asked: unknown; answer: Facts }
  /** Who it is about. */
  person: { asked: unknown; answer: KnownPerson }
  /** Whether the person is in a kept segment now. */
  in_segment: { asked: { segmentId: string }; answer: boolean }
  /** Whether a rule, written into the node itself, holds for the person now. */
  matches: { asked: { rule: Rule }; answer: boolean }
  /** The shopper's mail of another node, or of this one; of its latest visit when `visit` is null. Null: there is none. */
  mail_state: { asked: { node: string; visit: number | null }; answer: MailState | null }
  /** What a node wanted outside; of its latest visit when `visit` is null. `what` tells several of one visit apart. */
  effect_state: { asked: { node: string; visit: number | null; what?: string }; answer: EffectState | null }
  /** The entrant's place among all who ever came to this node (from 1). Asking takes it; asked again it is the same. */
  place: { asked: { node: string }; answer: number }
  /** Other entries of the same person into the same automation that are decided, and whether an earlier one is not yet. */
  earlier_entries: {
    asked: unknown
    answer: { count: number; last: Date | null; isInside: boolean; isUndecided: boolean }
  }
}

export type QuestionKind = keyof Questions
export type QuestionOf<Kind extends QuestionKind> = { about: Kind } & (unknown extends Questions[Kind]["asked"]
  ? unknown
  : Questions[Kind]["asked"])
export type Question = { [Kind in QuestionKind]: QuestionOf<Kind> }[QuestionKind]

/** What is known so far about one entrant, by `questionKey`. */
export type Answers = ReadonlyMap<string, unknown>

/** The same question has the same key, in whatever order its parts were written. */
export function questionKey(question: Question): string {
  return JSON.stringify(Object.entries(question).sort(([a], [b]) => (a < b ? -1 : 1)))
}

export type Know = <Kind extends QuestionKind>(question: QuestionOf<Kind>) => Questions[Kind]["answer"] | undefined

/** Reads answers by question; undefined: not asked yet. */
export const knowFrom =
  (answers: Answers): Know =>
  (question) =>
    answers.get(questionKey(question as Question)) as never
