import { importPlanSchema } from "../../../../../core/contacts/import-plan"
import { answer, parsed } from "../../call"

export const GET = answer(async ({ mailroom, params }) => ({ import: await mailroom.imports.get(params.id!) }))

/** The plan: what the columns are and who the people are. Starts the dry run. */
export const POST = answer(async ({ mailroom, params, body }) => ({
  import: await mailroom.imports.check(params.id!, parsed(importPlanSchema, body)),
}))

export const DELETE = answer(async ({ mailroom, params }) => {
  await mailroom.imports.remove(params.id!)
  return { id: params.id, deleted: true }
})
