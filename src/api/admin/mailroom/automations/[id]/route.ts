import { z } from "zod"
import type { Mailroom } from "../../../../../modules/mailroom/mailroom"
import { answer, parsed } from "../../call"
import { automationAnswer } from "../../automation-answer"
import { settingsChangeSchema } from "../../automation-input"

/** The draft with the revision that it was loaded with; name and settings hold at once, without a new version. */
const bodySchema = z
  .strictObject({
    name: z.string().max(500).optional(),
    settings: settingsChangeSchema.optional(),
    draft: z.unknown().optional(),
    revision: z.number().int().min(1).optional(),
  })
  .refine(({ draft, revision }) => draft === undefined || revision !== undefined, {
    path: ["revision"],
    message: "must be the draft_revision with which the draft was loaded",
  })

export const GET = answer(async ({ mailroom, params }) => ({ automation: await one(mailroom, params.id!) }))

export const POST = answer(async ({ mailroom, params, body }) => {
  const { name, settings, draft, revision } = parsed(bodySchema, body)
  const id = params.id!
  if (draft !== undefined) await mailroom.automationDrafts.save(id, { draft, revision: revision! })
  if (name !== undefined) await mailroom.automationDrafts.rename(id, name)
  if (settings) await mailroom.automations.updateSettings(id, settings)
  return { automation: await one(mailroom, id) }
})

export const DELETE = answer(async ({ mailroom, params }) => {
  await mailroom.automationLifecycle.archive(params.id!)
  return { id: params.id, deleted: true }
})

async function one(mailroom: Mailroom, id: string) {
  const [automation, draft, broken] = await Promise.all([
    mailroom.automations.retrieve(id),
    mailroom.automationDrafts.get(id),
    mailroom.automationDrafts.brokenParts(id),
  ])
  return { ...automationAnswer(automation, draft), live_problems: broken }
}
