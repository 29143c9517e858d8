import { MedusaError } from "@medusajs/framework/utils"

type User = { name: string | null }

/** NOT_ALLOWED, with the names of what relies on it; only a mailing without a subject has none. Their kinds stand where it is shown who uses it. */
export const stillUsed = (name: string, users: User[]): MedusaError =>
  new MedusaError(
    MedusaError.Types.NOT_ALLOWED,
    `"${name}" is used by ${users.map((user) => `"${user.name ?? "(no subject)"}"`).join(", ")}. Take it out there first, then delete it.`,
  )
