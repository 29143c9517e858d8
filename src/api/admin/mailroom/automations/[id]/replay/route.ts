import { z } from "zod"
import { answer, parsed } from "../../../call"

const bodySchema = z.strictObject({ days: z.number().int().min(1).max(90).default(30) })

/** The last one, how far it is, and its report when it is through. */
export const GET = answer(async ({ mailroom, params }) => ({ replay: await mailroom.replays.get(params.id!) }))

/** The draft, or what is live, over the last days of real occurrences; nothing is sent or changed by it. */
export const POST = answer(async ({ mailroom, params, body, actor }) => ({
  replay: await mailroom.replays.start(params.id!, parsed(bodySchema, body).days, actor.userId),
}))
