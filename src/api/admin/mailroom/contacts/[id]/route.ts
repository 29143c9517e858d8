import { z } from "zod"
import { answer, parsed } from "../../call"
import { contactAnswer } from "../../contact-answer"
import { profileFields } from "../../profile-input"

const bodySchema = z.strictObject({ email: z.string().max(500).optional(), ...profileFields })

export const GET = answer(({ mailroom, params }) => contactAnswer(mailroom, params.id!))

export const POST = answer(async ({ mailroom, params, body }) => {
  await mailroom.profiles.update(params.id!, parsed(bodySchema, body))
  return contactAnswer(mailroom, params.id!)
})
