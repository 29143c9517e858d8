import { z } from "zod"
import { answer, parsed } from "../../call"
import { customActionInput } from "../../custom-action-answer"
import { oneCustomAction, switchAction } from "../../one-custom-action"

export const GET = answer(async ({ mailroom, params }) => ({
  custom_action: await oneCustomAction(mailroom, params.id!),
}))

export const POST = answer(async ({ mailroom, actor, params, body }) => {
  const given = parsed(z.record(z.string(), z.unknown()), body)
  const { id } = await oneCustomAction(mailroom, params.id!)
  const input = customActionInput(given)
  if (Object.keys(input).length > 0) await mailroom.automations.updateCustomAction(id, input, actor.userId)
  await switchAction(mailroom, id, given.is_on)
  return { custom_action: await oneCustomAction(mailroom, id) }
})

export const DELETE = answer(async ({ mailroom, params }) => {
  await mailroom.automations.deleteCustomAction(params.id!)
  return { id: params.id, deleted: true }
})
