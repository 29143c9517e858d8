import { z } from "zod"
import { replayReport } from "../../../../../../runtime/automations/replay-report"
import { answer, parsed } from "../../../call"

const bodySchema = z.strictObject({ days: z.number().int().min(1).max(90).default(30) })

/** The draft, or what is live, over the last days of real events; nothing is sent or stored. */
export const POST = answer(({ mailroom, params, body }) => replayReport(mailroom, params.id!, parsed(bodySchema, body)))
