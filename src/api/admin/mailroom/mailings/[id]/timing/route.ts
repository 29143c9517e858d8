import { z } from "zod"
import { windowSchema } from "../../../../../../core/mailings/sending-window"
import { answer, parsed } from "../../../call"

const bodySchema = z.strictObject({
  window: windowSchema.nullable(),
  not_later_than: z.iso.datetime({ offset: true }).nullable(),
})

export const POST = answer(async ({ mailroom, params, body }) => {
  const { window, not_later_than: end } = parsed(bodySchema, body)
  const notLaterThan = end === null ? null : new Date(end)
  return { mailing: await mailroom.mailingTiming.change(params.id!, { window, notLaterThan }) }
})
