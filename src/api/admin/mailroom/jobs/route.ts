import { z } from "zod"
import { answer, parsed } from "../call"

const querySchema = z.object({ limit: z.coerce.number().int().min(1).max(200).default(50) })

/** Work that is not mail: what goes on, then what ended. */
export const GET = answer(async ({ mailroom, query }) => ({
  jobs: await mailroom.jobs.list(parsed(querySchema, query).limit),
}))
