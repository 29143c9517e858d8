import { z } from "zod"
import { ruleSchema } from "../../../../../core/segments/rule"
import { answer, parsed } from "../../call"

const bodySchema = z.strictObject({ rule: ruleSchema })
const SHOWN = 6

/** While somebody builds a rule: how many it finds, and some of them. */
export const POST = answer(async ({ mailroom, body }) => {
  const { rule } = parsed(bodySchema, body)
  const { count, ms } = await mailroom.segmentMembers.count(rule)
  const people = count === null ? null : await mailroom.segmentMembers.sample(rule, SHOWN)
  return { count, ms, takes_too_long: count === null, people: people ?? [] }
})
