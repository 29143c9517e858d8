import { z } from "zod"
import { answer, parsed } from "../../../call"

const bodySchema = z.strictObject({ kind: z.enum(["product", "order"]), ref_id: z.string().min(1).max(100) })

export const GET = answer(async ({ mailroom, params }) => {
  const { id } = await mailroom.mailings.row(params.id!)
  return { links: await mailroom.mailingLinks.list(id) }
})

export const POST = answer(async ({ mailroom, params, body }) => {
  const { kind, ref_id } = parsed(bodySchema, body)
  const { id } = await mailroom.mailings.row(params.id!)
  await mailroom.mailingLinks.add(id, kind, ref_id)
  return { links: await mailroom.mailingLinks.list(id) }
})
