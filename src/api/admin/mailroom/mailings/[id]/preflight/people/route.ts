import { z } from "zod"
import { PREFLIGHT_KEYS } from "../../../../../../../core/mailings/preflight-findings"
import { answer, parsed } from "../../../../call"

const querySchema = z.object({
  key: z.enum(PREFLIGHT_KEYS, { error: `must be one of ${PREFLIGHT_KEYS.join(", ")}` }).optional(),
})

export const GET = answer(async ({ mailroom, params, query }) => ({
  people: await mailroom.preflight.people(params.id!, parsed(querySchema, query).key ?? null),
}))
