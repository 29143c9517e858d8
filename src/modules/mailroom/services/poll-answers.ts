import { judgeAnswer, type AnswerVerdict } from "../../../core/polls/judge-answer"
import { countChanges } from "../../../core/polls/count-changes"
import { csvLine } from "../../../core/reports/csv"
import { pageOf } from "../../../core/reports/cursor"
import type { Database, Db } from "../database"
import { pageStart } from "../page-start"
import { selectNow } from "../sql/consent"
import {
  lockLivingContact,
  putAnswer,
  selectAnswerer,
  selectGivenAnswer,
  selectPollPeople,
  type AnswererRow,
  type GivenAnswer,
  type PollPersonRow,
} from "../sql/poll-answers"
import { lockPoll, moveCounts, selectPollsById, type PollRow } from "../sql/polls"

export type { PollPersonRow }

/** What stands behind a link in a mail. `given` null: the person has not answered yet; `contact_id` null: nobody is counted. */
export type Asked = { poll: PollRow; answerer: AnswererRow; given: GivenAnswer | null; now: Date }

export type Answered =
  | { kind: "counted"; isChange: boolean }
  /** The same answer once more: nothing happens. */
  | { kind: "unchanged" }
  /** A test, a copy, or a person who was erased. */
  | { kind: "not_counted" }
  | Extract<AnswerVerdict, { kind: "refused" }>
  /** No such poll or mail. */
  | { kind: "gone" }

const PIECE = 2_000

/** What people answer to polls: one answer each, the last counts, and the counters move with it in one transaction. */
export class PollAnswerService {
  constructor(private readonly db: Database) {}

  /** Null when there is no such mail (any more), or the poll was deleted. */
  async asked(pollId: string, messageId: string): Promise<Asked | null> {
    const [answerer] = await this.db.query<AnswererRow>(selectAnswerer(messageId))
    const [poll] = await this.db.query<PollRow>(selectPollsById([pollId]))
    if (!answerer || !poll) return null
    const given = answerer.contact_id ? await givenBy(this.db, pollId, answerer.contact_id) : null
    const [clock] = await this.db.query<{ at: Date }>(selectNow())
    return { poll, answerer, given, now: clock!.at }
  }

  /** Nothing but a person who presses the button may come here: what follows links must not answer. */
  async answer({
    pollId,
    messageId,
    chosen,
  }: {
    pollId: string
    messageId: string
    chosen: number[]
  }): Promise<Answered> {
    return this.db.transaction(async (tx) => {
      const [answerer] = await tx.query<AnswererRow>(selectAnswerer(messageId))
      // The person before the poll: an erasure takes its locks in the same order.
      const isLiving = answerer?.contact_id && (await tx.query(lockLivingContact(answerer.contact_id))).length > 0
      const [poll] = await tx.query<PollRow>(lockPoll(pollId))
      if (!answerer || !poll) return { kind: "gone" }
      const [clock] = await tx.query<{ at: Date }>(selectNow())
      const verdict = judgeAnswer(poll, chosen, clock!.at)
      if (verdict.kind === "refused") return verdict
      if (!isLiving || !answerer.is_real) return { kind: "not_counted" }
      return keep(tx, { pollId, messageId, contactId: answerer.contact_id!, source: answerer.source_id, ...verdict })
    })
  }

  /** The latest first; `answer`: only who chose this one. */
  async people(
    pollId: string,
    { answer = null, cursor, limit }: { answer?: number | null; cursor?: string; limit: number },
  ): Promise<{ people: PollPersonRow[]; next_cursor: string | null }> {
    const after = pageStart(cursor, ["time", "uuid"])
    const rows = await this.db.query<PollPersonRow>(selectPollPeople({ pollId, answer, after, limit: limit + 1 }))
    const { page, next_cursor } = pageOf(rows, limit, keyOf)
    return { people: page, next_cursor }
  }

  /** The same as CSV, piece by piece. */
  async *peopleCsv(poll: PollRow, answer: number | null = null): AsyncGenerator<string> {
    yield csvLine(["email", "first_name", "last_name", "answers", "answered_at"])
    const textOf = new Map(poll.answers.map(({ number, text }) => [number, text]))
    let after: string[] | null = null
    do {
      const rows: PollPersonRow[] = await this.db.query(
        selectPollPeople({ pollId: poll.id, answer, after, limit: PIECE }),
      )
      for (const { email, first_name, last_name, answers, answered_at } of rows) {
        const said = answers.map((one) => textOf.get(one) ?? String(one)).join("; ")
        yield csvLine([email, first_name, last_name, said, answered_at.toISOString()])
      }
      after = rows.length < PIECE ? null : keyOf(rows.at(-1)!)
    } while (after)
  }
}

const keyOf = ({ answered_at: at, contact_id: id }: PollPersonRow) => [at.toISOString(), id]

async function givenBy(db: Db, pollId: string, contactId: string): Promise<GivenAnswer | null> {
  const [given] = await db.query<GivenAnswer>(selectGivenAnswer(pollId, contactId))
  return given ?? null
}

type Keeping = { pollId: string; messageId: string; contactId: string; source: string; answers: number[] }

async function keep(tx: Db, { pollId, messageId, contactId, source, answers }: Keeping): Promise<Answered> {
  const before = await givenBy(tx, pollId, contactId)
  if (before && before.answers.join() === answers.join()) return { kind: "unchanged" }
  await tx.query(putAnswer({ pollId, contactId, answers, sourceId: source, messageId }))
  const old = before && { answers: before.answers, source: before.source_id }
  await tx.query(moveCounts(pollId, countChanges(old, { answers, source })))
  return { kind: "counted", isChange: before !== null }
}
