import { z } from "zod"
import { answer, parsed } from "../../../../call"

const paramsSchema = z.object({ number: z.coerce.number().int().min(1).max(1_000_000_000) })

export const GET = answer(async ({ mailroom, params }) => ({
  version: await mailroom.templateDrafts.version(params.id!, parsed(paramsSchema, params).number),
}))
