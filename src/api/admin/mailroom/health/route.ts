import { z } from "zod"
import { answer, parsed } from "../call"

const querySchema = z.object({
  /** 503: what fails answers so, for monitors that look at the status alone. */
  when_failing: z.coerce
    .number()
    .pipe(z.union([z.literal(200), z.literal(503)]))
    .default(200),
})

export const GET = answer(async ({ mailroom, query, res }) => {
  const { when_failing: status } = parsed(querySchema, query)
  const health = await mailroom.health.read()
  if (health.status === "fail") res.status(status)
  return health
})
