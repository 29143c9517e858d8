import { z } from "zod"
import { answer, parsed } from "../../../call"

/** `take_back`: with `off`, mails that have not left do not leave any more. */
const bodySchema = z.strictObject({
  to: z.enum(["live", "paused", "draining", "off"]),
  take_back: z.boolean().default(true),
})

export const POST = answer(async ({ mailroom, params, body }) => {
  const { to, take_back: takesBack } = parsed(bodySchema, body)
  const { taken_back } = await mailroom.automationLifecycle.switchTo(params.id!, to, { takesBack })
  const { id, state, switchedOnAt } = await mailroom.automations.retrieve(params.id!)
  return { id, state, switched_on_at: switchedOnAt, taken_back }
})
