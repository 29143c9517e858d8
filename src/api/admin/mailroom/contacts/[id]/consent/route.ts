import { z } from "zod"
import { answer, parsed } from "../../../call"
import { daySchema } from "../../../day"

const querySchema = z.object({ at: daySchema.optional() })

/** The timeline; with `?at=2026-03-03` what was agreed at the end of that day. */
export const GET = answer(async ({ mailroom, params, query }) => ({
  consent: await mailroom.consentAnswers.of(params.id!, parsed(querySchema, query).at ?? null),
}))
