import { z } from "zod"
import { answer, parsed } from "../../../call"

const querySchema = z.object({
  at: z
    .string()
    .refine((value) => /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)), {
      message: "must be a day such as 2026-03-03",
    })
    .optional(),
})

/** The timeline; with `?at=2026-03-03` what was agreed at the end of that day. */
export const GET = answer(async ({ mailroom, params, query }) => ({
  consent: await mailroom.consentAnswers.of(params.id!, parsed(querySchema, query).at ?? null),
}))
