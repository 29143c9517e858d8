import { z } from "zod"
import { answer, parsed } from "../../../../../call"

const paramsSchema = z.object({ id: z.string(), kind: z.enum(["product", "order"]), ref_id: z.string() })

export const DELETE = answer(async ({ mailroom, params }) => {
  const { id, kind, ref_id } = parsed(paramsSchema, params)
  await mailroom.mailingLinks.remove(id, kind, ref_id)
  return { links: await mailroom.mailingLinks.list(id) }
})
