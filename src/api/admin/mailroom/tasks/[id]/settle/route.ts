import { MedusaError } from "@medusajs/framework/utils"
import { z } from "zod"
import { answer, parsed } from "../../../call"

const bodySchema = z.strictObject({ to: z.enum(["done", "dismissed"]) })

export const POST = answer(async ({ mailroom, actor, params, body }) => {
  const { to } = parsed(bodySchema, body)
  const { title, assignee_id: assigneeId } = await mailroom.tasks.get(params.id!)
  const { rights } = await mailroom.rights.of(actor)
  if (!rights.edit && assigneeId !== actor.userId)
    throw new MedusaError(
      MedusaError.Types.FORBIDDEN,
      `"${title}" is somebody else's: without the right "edit" you settle only your own tasks.`,
    )
  return { task: await mailroom.tasks.settle(params.id!, to, actor.userId) }
})
