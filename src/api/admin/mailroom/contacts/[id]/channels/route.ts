import { z } from "zod"
import { CHANNELS } from "../../../../../../core/channels/channel"
import { answer, parsed } from "../../../call"

const which = { channel: z.enum(CHANNELS), reason: z.string().trim().min(3).max(500) }

const bodySchema = z.discriminatedUnion("action", [
  z.strictObject({ action: z.literal("withdraw"), ...which }),
  z.strictObject({
    action: z.literal("agree"),
    ...which,
    address: z.string().max(500).nullable().default(null),
    agreed_on: z.string().max(10),
    wording: z.string().trim().min(3).max(4000),
  }),
])

export const GET = answer(async ({ mailroom, params }) => ({
  channels: await mailroom.personChannels.list(params.id!),
}))

export const POST = answer(async ({ mailroom, actor, params, body }) => {
  const said = parsed(bodySchema, body)
  const change = said.action === "agree" ? { ...said, agreedOn: said.agreed_on } : said
  await mailroom.personChannels.change(params.id!, change, actor.userId)
  return { channels: await mailroom.personChannels.list(params.id!) }
})
