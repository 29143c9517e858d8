import { z } from "zod"
import { answer, parsed } from "../call"

const querySchema = z.object({ email: z.string().trim().min(3).max(254) })

/** Finds the person behind an address, erased or not. */
export const GET = answer(async ({ mailroom, query }) => ({
  contact_id: await mailroom.consentAnswers.findContact(parsed(querySchema, query).email),
}))
