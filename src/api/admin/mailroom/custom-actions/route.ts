import { z } from "zod"
import { answer, parsed } from "../call"
import { customActionAnswer, customActionInput } from "../custom-action-answer"
import { isAction, oneCustomAction, switchAction } from "../one-custom-action"

export const GET = answer(async ({ mailroom: { automations } }) => {
  const list = (await automations.list("custom_action")).filter(isAction)
  const figures = await automations.figures(list.map(({ id }) => id))
  return { custom_actions: list.map((one) => customActionAnswer(one, figures.get(one.id))) }
})

export const POST = answer(async ({ mailroom, actor, body }) => {
  const given = parsed(z.record(z.string(), z.unknown()), body)
  const { id } = await mailroom.automations.createCustomAction(customActionInput(given), actor.userId)
  await switchAction(mailroom, id, given.is_on)
  return { custom_action: await oneCustomAction(mailroom, id) }
})
