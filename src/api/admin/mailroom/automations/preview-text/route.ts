import { z } from "zod"
import { CHANNELS } from "../../../../../core/channels/channel"
import { previewText } from "../../../../../runtime/preview-text"
import { answer, parsed } from "../../call"

const bodySchema = z.strictObject({ channel: z.enum(CHANNELS), text: z.string().max(2000) })

/** What a text says to a sample person, and how many SMS it is. */
export const POST = answer(async ({ mailroom, body }) => previewText(mailroom, parsed(bodySchema, body)))
