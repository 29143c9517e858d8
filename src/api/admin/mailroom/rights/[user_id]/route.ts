import { MedusaError } from "@medusajs/framework/utils"
import { z } from "zod"
import { adminUsers } from "../../../../../shop/admin-users"
import { answer, parsed } from "../../call"

const rightsSchema = z.object({ see: z.boolean(), edit: z.boolean(), send: z.boolean(), mail_out: z.boolean() })

export const POST = answer(async ({ mailroom, req, actor, params, body }) => {
  const rights = parsed(rightsSchema, body)
  const user = (await adminUsers(req.scope)).find(({ id }) => id === params.user_id)
  if (!user) throw new MedusaError(MedusaError.Types.NOT_FOUND, `There is no admin user "${params.user_id}".`)
  await mailroom.rights.set(user.id, rights, actor)
  return { user: { user_id: user.id, email: user.email, name: user.name, rights, is_set: true } }
})
