import { z } from "zod"
import { answer, parsed } from "../../call"

export const GET = answer(async ({ mailroom, params }) => ({ sender: await mailroom.senders.get(params.id!) }))

export const POST = answer(async ({ mailroom, params, body }) => ({
  sender: await mailroom.senders.update(params.id!, parsed(z.record(z.string(), z.unknown()), body)),
}))

export const DELETE = answer(async ({ mailroom, params }) => {
  await mailroom.senders.archive(params.id!)
  return { id: params.id, deleted: true }
})
