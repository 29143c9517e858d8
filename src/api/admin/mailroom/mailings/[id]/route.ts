import { answer, parsed } from "../../call"
import { mailingInputSchema, revisionSchema } from "../../mailing-input"

const changeSchema = mailingInputSchema.extend({ revision: revisionSchema })

export const GET = answer(async ({ mailroom, params }) => ({
  mailing: await mailroom.mailings.get(params.id!),
}))

export const POST = answer(async ({ mailroom, params, body }) => ({
  mailing: await mailroom.mailings.update(params.id!, parsed(changeSchema, body)),
}))

export const DELETE = answer(async ({ mailroom, params }) => {
  await mailroom.mailings.remove(params.id!)
  return { id: params.id, deleted: true }
})
