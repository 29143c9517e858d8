import { z } from "zod"
import { againSchema } from "../../../../../../core/mailings/again"
import { answer, parsed } from "../../../call"

const bodySchema = z.strictObject({ outcomes: againSchema.shape.outcomes })

/** How many people it did not reach, by how. */
export const GET = answer(async ({ mailroom, params }) => ({
  missed: await mailroom.mailingArchive.missed(params.id!),
}))

export const POST = answer(async ({ mailroom, actor, params, body }) => ({
  mailing: await mailroom.mailingArchive.resend(params.id!, parsed(bodySchema, body).outcomes, actor.userId),
}))
