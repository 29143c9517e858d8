import { ruleSchema } from "../../src/core/segments/rule"
import { openMailroom } from "../support/database"
import { settleVillage } from "../support/village"
import { QUESTIONS } from "./questions"

describe("questions of a shop owner", () => {
  let opened: Awaited<ReturnType<typeof openMailroom>>
  beforeAll(async () => {
    opened = await openMailroom()
    await settleVillage(opened.mailroom)
  })
  afterAll(() => opened.close())

  it.each(QUESTIONS)("%s", async (_question, rule, byHand) => {
    const { db, segments, segmentMembers } = opened.mailroom
    const { id } = await segments.create(
      { kind: "rule", name: _question.slice(0, 120), rule: ruleSchema.parse(rule) },
      null,
    )
    const found = await db.query<{ name: string }>(named(await segmentMembers.statementOf(id)))
    const wanted = await db.query<{ name: string }>(named({ text: byHand, values: [] }))
    expect(found.map(({ name }) => name)).toEqual(wanted.map(({ name }) => name))
    // A question that nobody or everybody answers would prove nothing.
    expect(found.length).toBeGreaterThan(0)
    expect(found.length).toBeLessThan(300)
    expect(await segmentMembers.countOf(id)).toMatchObject({ count: found.length })
  })
})

/** Ids that may come twice from a query by hand, as the names of people. */
function named({ text, values }: { text: string; values: unknown[] }) {
  return {
    text: `SELECT first_name AS name FROM mailroom.contact WHERE id IN (SELECT found.id FROM (${text}) found) ORDER BY first_name`,
    values,
  }
}
