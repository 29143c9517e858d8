import { adminUsers } from "../../../../../../shop/admin-users"
import { answer } from "../../../call"

/** Who sends it all the same is shown by name; somebody who has left the store has none. */
export const GET = answer(async ({ mailroom, params, req }) => {
  const spam = await mailroom.mailingSpam.get(params.id!)
  const by = spam.override?.by
  const user = by ? (await adminUsers(req.scope)).find(({ id }) => id === by) : undefined
  return { spam: { ...spam, override_by: user ? user.name || user.email : null } }
})
