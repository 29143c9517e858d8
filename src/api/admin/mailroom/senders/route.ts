import { z } from "zod"
import { answer, parsed } from "../call"

export const GET = answer(async ({ mailroom }) => ({ senders: await mailroom.senders.list() }))

export const POST = answer(async ({ mailroom, body }) => ({
  sender: await mailroom.senders.create(parsed(z.record(z.string(), z.unknown()), body)),
}))
