import { z } from "zod"
import { answer, parsed } from "../../../call"

const bodySchema = z.strictObject({ ids: z.array(z.string().min(1).max(80)).min(1).max(5_000) })

export const POST = answer(async ({ mailroom, params, body }) =>
  mailroom.suppliers.free(parsed(bodySchema, body).ids, params.id!),
)
