import { z } from "zod"
import { answer, parsed } from "../../call"

const bodySchema = z.strictObject({ contact_ids: z.array(z.uuid()).min(1).max(500) })

/** Makes the state of these people what their log says. The log itself is never changed. */
export const POST = answer(async ({ mailroom, body }) => ({
  repaired: await mailroom.consentCheck.repair(parsed(bodySchema, body).contact_ids),
}))
