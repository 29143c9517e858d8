import { z } from "zod"
import { answer, parsed } from "../../call"
import { given } from "../../given"
import { oneStoreEmail, storeEmailWithFigures } from "../../one-store-email"

const bodySchema = z.strictObject({
  is_on: z.boolean().optional(),
  owner_copy: z.boolean().optional(),
  owner_addresses: z.array(z.string()).max(10).optional(),
  idle_minutes: z.number().int().optional(),
  is_tracked: z.boolean().optional(),
  is_copy_kept: z.boolean().optional(),
})

export const GET = answer(async ({ mailroom, params }) => ({
  store_email: await storeEmailWithFigures(mailroom, await oneStoreEmail(mailroom, params.id!)),
}))

export const POST = answer(async ({ mailroom, params, body }) => {
  const change = parsed(bodySchema, body)
  const { id } = await oneStoreEmail(mailroom, params.id!)
  const { automations } = mailroom
  const settings = given({
    isTracked: change.is_tracked,
    isCopyKept: change.is_copy_kept,
    idleMinutes: change.idle_minutes,
    ownerCopy: given({ enabled: change.owner_copy, addresses: change.owner_addresses }),
  })
  await automations.updateSettings(id, settings)
  if (change.is_on === true) await automations.switchOn(id)
  if (change.is_on === false) await automations.switchOff(id)
  return { store_email: await storeEmailWithFigures(mailroom, await oneStoreEmail(mailroom, id)) }
})
