import { effectReason } from "../../../core/automations/effect-reasons"
import { questionKey, type Question, type QuestionKind, type QuestionOf } from "../../../core/automations/questions"
import type { WayReason } from "../../../core/automations/way-reasons"
import { reasonDigest, shopperMailReason } from "../../../core/messages/idempotency-key"
import { isDatabaseAway } from "../../../modules/mailroom/database"
import type { Mailroom } from "../../../modules/mailroom/mailroom"
import {
  lockPlaces,
  selectEarlierEntries,
  selectEffectStates,
  selectMailStates,
  takePlaces,
  type EarlierRow,
  type EffectStateRow,
  type MailStateRow,
} from "../../../modules/mailroom/sql/enrolment-answers"
import { learn, type Walk } from "../walk"
import { answerOccurrences } from "./occurrence"
import { findPeople } from "./person"

/** One question of one entrant. */
export type AskedOf<Kind extends QuestionKind> = { walk: Walk; question: QuestionOf<Kind> }
export type Answerer<Kind extends QuestionKind> = (mailroom: Mailroom, asked: AskedOf<Kind>[]) => Promise<void>

/** How each kind of question is answered for a whole batch: by one statement, or one per thing that is asked about. */
const ANSWERERS: { [Kind in QuestionKind]: Answerer<Kind> } = {
  occurrence: (mailroom, asked) =>
    answerOccurrences(
      mailroom,
      asked.map(({ walk }) => walk),
    ),
  person: answerPeople,
  in_segment: (mailroom, asked) => answerMembers(mailroom, asked, ({ segmentId }) => segmentId),
  matches: (mailroom, asked) => answerMembers(mailroom, asked, ({ rule }) => rule),
  mail_state: answerMails,
  effect_state: answerEffects,
  place: answerPlaces,
  earlier_entries: answerEarlier,
}

/** Answers everything that a batch asks; the answers are in the walks afterwards. */
export async function answerAll(mailroom: Mailroom, asked: { walk: Walk; question: Question }[]): Promise<void> {
  const byKind = new Map<QuestionKind, { walk: Walk; question: Question }[]>()
  for (const one of asked) byKind.set(one.question.about, [...(byKind.get(one.question.about) ?? []), one])
  for (const [kind, list] of byKind) await (ANSWERERS[kind] as Answerer<never>)(mailroom, list as never)
}

async function answerPeople(mailroom: Mailroom, asked: AskedOf<"person">[]): Promise<void> {
  await findPeople(
    mailroom,
    asked.map(({ walk }) => walk),
  )
  const { general } = await mailroom.settings.read()
  for (const { walk, question } of asked) {
    if (!walk.person) continue
    const { contactId, timeZone, country, groupIds } = walk.person
    learn(walk, question, { contactId, country, groupIds, timeZone: timeZone ?? general.timeZone })
  }
}

/** One statement per segment or rule; who is no contact is in none. */
async function answerMembers<Kind extends "in_segment" | "matches">(
  mailroom: Mailroom,
  asked: AskedOf<Kind>[],
  of: (question: QuestionOf<Kind>) => Parameters<Mailroom["segmentMembers"]["among"]>[0],
): Promise<void> {
  await findPeople(
    mailroom,
    asked.map(({ walk }) => walk),
  )
  const groups = new Map<string, AskedOf<Kind>[]>()
  for (const one of asked) {
    const key = questionKey(one.question as Question)
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  for (const group of groups.values()) {
    const ids = [...new Set(group.flatMap(({ walk }) => walk.person?.contactId ?? []))]
    const members =
      ids.length > 0 ? await membersAmong(mailroom, of(group[0]!.question), ids, group) : new Set<string>()
    for (const { walk, question } of group)
      if (walk.person && members) learn(walk, question as Question, members.has(walk.person.contactId ?? ""))
  }
}

/** Null: the segment is gone (an old version may still ask for it); only who asks for it stays where it is. */
async function membersAmong(
  mailroom: Mailroom,
  of: Parameters<Mailroom["segmentMembers"]["among"]>[0],
  contactIds: string[],
  asked: { walk: Walk }[],
): Promise<Set<string> | null> {
  try {
    return await mailroom.segmentMembers.among(of, contactIds)
  } catch (error) {
    if (isDatabaseAway(error)) throw error
    for (const { walk } of asked) walk.step = { kind: "failed", error }
    return null
  }
}

async function answerMails({ db }: Mailroom, asked: AskedOf<"mail_state">[]): Promise<void> {
  const rows = await db.query<MailStateRow>(
    selectMailStates(asked.map(({ walk, question }) => mailAsked(walk.row.id, question))),
  )
  const known = new Map(rows.map((row) => [row.n, row]))
  for (const [n, { walk, question }] of asked.entries()) {
    const row = known.get(n + 1)
    const mail = row && {
      status: row.status,
      reason: row.reason,
      isDelivered: row.is_delivered,
      isOpened: row.is_opened,
      isClicked: row.is_clicked,
      sentAt: row.sent_at,
    }
    learn(walk, question, mail ?? null)
  }
}

function mailAsked(enrolmentId: string, { node, visit }: QuestionOf<"mail_state">) {
  const digest = visit === null ? null : reasonDigest(shopperMailReason({ enrolmentId, node, visit }))
  return { enrolmentId, node, digest }
}

async function answerEffects({ db }: Mailroom, asked: AskedOf<"effect_state">[]): Promise<void> {
  const rows = await db.query<EffectStateRow>(
    selectEffectStates(
      asked.map(({ walk, question: { node, visit, what = null } }) => ({
        enrolmentId: walk.row.id,
        node,
        visit,
        what,
      })),
    ),
  )
  const known = new Map(
    rows.map(({ n, state, answer, last_error: error }) => [
      n,
      { state, answer, why: effectReason(error) as WayReason | null },
    ]),
  )
  for (const [n, { walk, question }] of asked.entries()) learn(walk, question, known.get(n + 1) ?? null)
}

/** Asking takes the place, by itself: a crash afterwards finds it taken by the same entrant. */
async function answerPlaces({ db }: Mailroom, asked: AskedOf<"place">[]): Promise<void> {
  const groups = new Map<string, AskedOf<"place">[]>()
  for (const one of asked) {
    const key = JSON.stringify([one.walk.row.automation_id, one.question.node])
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  for (const group of groups.values()) {
    const limit = { automationId: group[0]!.walk.row.automation_id, node: group[0]!.question.node }
    const rows = await db.transaction(async (tx) => {
      await tx.query(lockPlaces(limit))
      return tx.query<{ enrolment_id: string; place: number }>(
        takePlaces({ ...limit, enrolmentIds: group.map(({ walk }) => walk.row.id) }),
      )
    })
    const places = new Map(rows.map(({ enrolment_id: id, place }) => [id, place]))
    for (const { walk, question } of group) learn(walk, question, places.get(walk.row.id))
  }
}

const NEVER_BEFORE = { count: 0, last: null, isInside: false, isUndecided: false }

async function answerEarlier(mailroom: Mailroom, asked: AskedOf<"earlier_entries">[]): Promise<void> {
  await findPeople(
    mailroom,
    asked.map(({ walk }) => walk),
  )
  const named = asked.filter(({ walk }) => walk.person?.contactId)
  for (const { walk, question } of asked) if (walk.person) learn(walk, question, NEVER_BEFORE)
  if (named.length === 0) return
  const rows = await mailroom.db.query<EarlierRow>(
    selectEarlierEntries(
      named.map(({ walk: { row, person } }) => ({
        enrolmentId: row.id,
        automationId: row.automation_id,
        contactId: person!.contactId!,
      })),
    ),
  )
  for (const { n, count, last, is_inside: isInside, is_undecided: isUndecided } of rows) {
    const { walk, question } = named[n - 1]!
    learn(walk, question, { count, last, isInside, isUndecided })
  }
}
