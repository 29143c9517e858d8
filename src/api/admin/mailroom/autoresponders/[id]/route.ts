import { autoresponderFormSchema } from "../../../../../core/automations/autoresponder-form"
import { answer, parsed } from "../../call"

export const GET = answer(async ({ mailroom, params }) => ({
  autoresponder: await mailroom.autoresponders.get(params.id!),
}))

export const POST = answer(async ({ mailroom, actor, params, body }) => ({
  autoresponder: await mailroom.autoresponders.update(params.id!, parsed(autoresponderFormSchema, body), actor.userId),
}))
