import { z } from "zod"
import { answer, parsed } from "../../../call"

const bodySchema = z.strictObject({ to: z.enum(["live", "paused", "draining", "off"]) })

export const POST = answer(async ({ mailroom, params, body }) => {
  await mailroom.automationLifecycle.switchTo(params.id!, parsed(bodySchema, body).to)
  const { id, state, switchedOnAt } = await mailroom.automations.retrieve(params.id!)
  return { id, state, switched_on_at: switchedOnAt }
})
