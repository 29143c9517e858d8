import { rightsOf } from "../../../../core/settings/rights"
import { adminUsers } from "../../../../shop/admin-users"
import { answer } from "../call"

export const GET = answer(async ({ mailroom, req }) => {
  const entries = await mailroom.rights.entries()
  const users = await adminUsers(req.scope)
  return {
    is_open: entries.size === 0,
    users: users.map(({ id, email, name }) => {
      const entry = entries.get(id) ?? null
      return { user_id: id, email, name, rights: rightsOf(entry, entries.size > 0), is_set: entry !== null }
    }),
  }
})
