import { z } from "zod"
import { supplierSchema } from "../../../../core/suppliers/supplier"
import { answer, parsed } from "../call"

const querySchema = z.object({ q: z.string().max(200).optional() })

export const GET = answer(async ({ mailroom, query }) => ({
  suppliers: await mailroom.suppliers.list(parsed(querySchema, query).q),
}))

export const POST = answer(async ({ mailroom, body }) => ({
  supplier: await mailroom.suppliers.create(parsed(supplierSchema, body)),
}))
