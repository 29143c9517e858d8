import { supplierSchema } from "../../../../../core/suppliers/supplier"
import { answer, parsed } from "../../call"
import { given } from "../../given"

/** Without the defaults of a new one: what is not sent stays as it is. */
const changeSchema = supplierSchema.partial()

export const GET = answer(async ({ mailroom, params }) => ({ supplier: await mailroom.suppliers.get(params.id!) }))

export const POST = answer(async ({ mailroom, params, body }) => {
  const change = parsed(changeSchema, body)
  const sent = Object.keys(body as object)
  const onlySent = Object.fromEntries(Object.entries(given(change)).filter(([field]) => sent.includes(field)))
  return { supplier: await mailroom.suppliers.update(params.id!, onlySent) }
})

export const DELETE = answer(async ({ mailroom, params }) => {
  await mailroom.suppliers.remove(params.id!)
  return { id: params.id, deleted: true }
})
