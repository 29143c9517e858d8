import { randomBytes } from "node:crypto"
import { MedusaError } from "@medusajs/framework/utils"
import { numberAnswers } from "../../../core/polls/number-answers"
import type { PollInput } from "../../../core/polls/poll"
import { EVERYBODY, pollResult, type PollCount, type PollResult } from "../../../core/polls/poll-result"
import type { Database, Db } from "../database"
import { stillUsed } from "../still-used"
import {
  deletePoll,
  insertPoll,
  lockPoll,
  selectCountsOfSource,
  selectPollCounts,
  selectPolls,
  selectPollsById,
  selectPollUses,
  updatePoll,
  type PollCountRow,
  type PollFields,
  type PollRow,
  type PollUse,
} from "../sql/polls"

export type { PollRow, PollUse }

export type PollReport = PollResult & {
  /** Which mailings and automations brought how many people, the most first; `source_id` null: letters to one person. */
  sources: { source_id: string | null; name: string | null; people: number }[]
}

const MOST_LISTED = 500
const { NOT_FOUND, INVALID_DATA, NOT_ALLOWED, CONFLICT } = MedusaError.Types

/** Polls (F56): questions that mails ask, and what came of them. Answers are given by `PollAnswerService`. */
export class PollService {
  constructor(private readonly db: Database) {}

  /** The newest first; `q` looks into names and questions. */
  async list(q: string | null = null): Promise<PollRow[]> {
    return this.db.query<PollRow>(selectPolls({ q: q?.trim() || null, limit: MOST_LISTED }))
  }

  /** Throws NOT_FOUND. */
  async get(id: string, db: Db = this.db): Promise<PollRow> {
    const [row] = await db.query<PollRow>(selectPollsById([id]))
    if (!row) throw missing(id)
    return row
  }

  /** What these polls say, by id; one that was deleted is not in it. */
  async texts(ids: string[]): Promise<Map<string, PollRow>> {
    if (ids.length === 0) return new Map()
    const rows = await this.db.query<PollRow>(selectPollsById(ids))
    return new Map(rows.map((row) => [row.id, row]))
  }

  /** INVALID_DATA names the field and the way out. */
  async create(input: PollInput, by: string | null): Promise<PollRow> {
    const id = `mpoll_${randomBytes(12).toString("hex")}`
    const fields = fieldsOf(input, { answers: [], last_number: 0 })
    if ((await this.db.query(insertPoll(id, fields, by))).length === 0) throw taken(input.name)
    return this.get(id)
  }

  /** CONFLICT when somebody changed it since `revision`; NOT_ALLOWED for what would take answers back. */
  async update(id: string, { revision, ...input }: PollInput & { revision: number }): Promise<PollRow> {
    return this.db.transaction(async (tx) => {
      const [before] = await tx.query<PollRow>(lockPoll(id))
      if (!before) throw missing(id)
      if (before.revision !== revision) throw changedMeanwhile(before)
      const fields = fieldsOf(input, before)
      await this.refuseTakingBack(tx, before, fields)
      if ((await tx.query(updatePoll(id, fields))).length === 0) throw taken(input.name)
      return this.get(id, tx)
    })
  }

  /** NOT_ALLOWED, with names, while a mail that is still to go, an automation or a segment asks for it. */
  async remove(id: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const [poll] = await tx.query<PollRow>(lockPoll(id))
      if (!poll) throw missing(id)
      const users = (await tx.query<PollUse>(selectPollUses(id))).filter(({ is_past: isPast }) => !isPast)
      if (users.length > 0) throw stillUsed(poll.name, users)
      await tx.query(deletePoll(id))
    })
  }

  /** Where it stands: mails, automations, segments. Throws NOT_FOUND. */
  async uses(id: string): Promise<PollUse[]> {
    await this.get(id)
    return this.db.query<PollUse>(selectPollUses(id))
  }

  /** From counters that are kept with each answer: as quick for a million answers as for ten. */
  async report(poll: Pick<PollRow, "id" | "answers">): Promise<PollReport> {
    const rows = await this.db.query<PollCountRow>(selectPollCounts([poll.id]))
    const sources = rows
      .filter(({ answer }) => answer === EVERYBODY)
      .map(({ source_id: id, source_name: name, people }) => ({ source_id: id || null, name, people }))
      .sort((a, b) => b.people - a.people)
    return { ...pollResult(poll.answers, summed(rows)), sources }
  }

  /** What people answered by the mails of one mailing or automation: each poll that was answered there. */
  async ofSource(sourceId: string): Promise<{ poll: Pick<PollRow, "id" | "name" | "question">; result: PollResult }[]> {
    const rows = await this.db.query<PollCountRow>(selectCountsOfSource(sourceId))
    const polls = await this.db.query<PollRow>(selectPollsById([...new Set(rows.map((row) => row.poll_id))]))
    return polls.map(({ id, name, question, answers }) => ({
      poll: { id, name, question },
      result: pollResult(
        answers,
        rows.filter((row) => row.poll_id === id),
      ),
    }))
  }

  private async refuseTakingBack(tx: Db, before: PollRow, after: PollFields): Promise<void> {
    if (before.people === 0) return
    const counts = summed(await tx.query<PollCountRow>(selectPollCounts([before.id])))
    const lost = before.answers.filter(({ number }) => !after.answers.some((one) => one.number === number))
    for (const { number, text } of lost) {
      const people = counts.find(({ answer }) => answer === number)?.people ?? 0
      if (people > 0)
        throw new MedusaError(
          NOT_ALLOWED,
          `answers: ${people} people have chosen "${text}", so it cannot be taken out. Change its words, or make a new poll.`,
        )
    }
    if (after.most_choices < before.most_choices)
      throw new MedusaError(
        NOT_ALLOWED,
        `most_choices is ${after.most_choices}: people have answered already with up to ${before.most_choices} choices, so it can only grow.`,
      )
  }
}

type Before = Pick<PollRow, "answers" | "last_number">

function fieldsOf(input: PollInput, before: Before): PollFields {
  const numbered = numberAnswers(input.answers, before.answers, before.last_number)
  if (numbered.kind === "unknown_number")
    throw invalid(`answers: this poll has no answer number ${numbered.number}. Leave the number of a new answer out.`)
  if (numbered.kind === "same_text") throw invalid(`answers: "${numbered.text}" stands there twice.`)
  const { answers, lastNumber } = numbered
  if (input.most_choices > answers.length)
    throw invalid(`most_choices is ${input.most_choices}: there are only ${answers.length} answers.`)
  return { ...input, answers, last_number: lastNumber }
}

function summed(rows: PollCountRow[]): PollCount[] {
  const people = new Map<number, number>()
  for (const row of rows) people.set(row.answer, (people.get(row.answer) ?? 0) + row.people)
  return [...people].map(([answer, n]) => ({ answer, people: n }))
}

const invalid = (message: string) => new MedusaError(INVALID_DATA, message)
const missing = (id: string) => new MedusaError(NOT_FOUND, `There is no poll "${id}". It may have been deleted.`)
const taken = (name: string) => invalid(`name is "${name}": there is a poll of that name already.`)
const changedMeanwhile = ({ name, revision }: PollRow) =>
  new MedusaError(
    CONFLICT,
    `Somebody else changed "${name}" meanwhile (it is at revision ${revision}). Load it again and repeat your change.`,
  )
