import { z } from "zod"
import { eventNameSchema } from "../../../../core/automations/triggers/own"
import { answer, parsed } from "../call"
import { whomOf, whomSchema } from "../whom"

const MOST_BYTES = 16_384

const eventSchema = z.strictObject({
  name: eventNameSchema,
  key: z.string().trim().min(1).max(200).optional(),
  occurred_at: z.iso
    .datetime({ offset: true, message: "must be a moment such as 2026-03-31T09:00:00Z" })
    .refine((at) => new Date(at).getTime() <= Date.now() + 5 * 60_000, { message: "lies in the future" })
    .optional(),
  contact: whomSchema.nullable().optional(),
  data: z
    .record(z.string().max(100), z.unknown())
    .refine((data) => JSON.stringify(data).length <= MOST_BYTES, { message: `must be at most ${MOST_BYTES} bytes` })
    .optional(),
})

/** An event of the merchant's own; automations with the trigger *own event* of this name start. Told again by its key it counts once. */
export const POST = answer(async ({ mailroom, body, res }) => {
  const { name, key, occurred_at: at, contact, data } = parsed(eventSchema, body)
  const isNew = await mailroom.ownEvents.push({
    name,
    key,
    occurredAt: at ? new Date(at) : null,
    whom: contact ? whomOf(contact) : null,
    data,
  })
  res.status(isNew ? 202 : 200)
  return { event: { name, key: key ?? null, is_new: isNew } }
})
