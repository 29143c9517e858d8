import type { MedusaRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { unstorableText } from "../core/messages/unstorable-text"

/** INVALID_DATA for a request with a text that PostgreSQL would throw at, wherever in path, query or body it stands. */
export function refuseUnstorable(req: MedusaRequest): void {
  const path = unstorableText(req.params) ?? unstorableText(req.query) ?? unstorableText(req.body)
  if (!path) return
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `${path.join(".") || "The body"} holds a character that cannot be stored (NUL, or half of a surrogate pair). Take it out.`,
  )
}
