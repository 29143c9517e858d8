import { z } from "zod"
import { answer, parsed } from "../../../call"

const querySchema = z.object({ locale: z.string().max(35).optional() })

/** "I never signed up": the proof, or that there is none, and an answer to send. */
export const GET = answer(async ({ mailroom, params, query }) => ({
  answer: await mailroom.consentAnswers.proof(params.id!, parsed(querySchema, query).locale ?? null),
}))
