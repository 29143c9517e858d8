import { autoresponderFormSchema } from "../../../../core/automations/autoresponder-form"
import { answer, parsed } from "../call"

export const GET = answer(async ({ mailroom }) => ({ autoresponders: await mailroom.autoresponders.list() }))

export const POST = answer(async ({ mailroom, actor, body }) => ({
  autoresponder: await mailroom.autoresponders.create(parsed(autoresponderFormSchema, body), actor.userId),
}))
