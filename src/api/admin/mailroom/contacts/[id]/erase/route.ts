import { z } from "zod"
import { answer, parsed } from "../../../call"

const bodySchema = z.strictObject({ confirm: z.string().max(500) })

/** `confirm` is the person's address, typed again: this cannot be taken back. */
export const POST = answer(async ({ mailroom, params, body, actor }) => {
  const { id } = await mailroom.people.row(params.id!)
  return { erasure: await mailroom.erasures.erase(id, { ...parsed(bodySchema, body), by: actor.userId }) }
})
