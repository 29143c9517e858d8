import { z } from "zod"
import { answer, parsed } from "../call"
import { pageSchema } from "../query"

const querySchema = pageSchema.extend({ state: z.enum(["sunset", "inactive"]).default("sunset") })

/** Whom the two-year rule takes hold of soon, or has (F22); soonest first. */
export const GET = answer(({ mailroom, query }) => mailroom.fading.list(parsed(querySchema, query)))
