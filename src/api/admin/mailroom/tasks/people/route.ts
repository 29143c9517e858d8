import { adminUsers } from "../../../../../shop/admin-users"
import { answer } from "../../call"

/** Who may be given something to do, and which of them asks. */
export const GET = answer(async ({ actor, req }) => ({ people: await adminUsers(req.scope), me: actor.userId }))
