import type { MedusaRequest } from "@medusajs/framework/http"
import type { Recipient } from "../../../modules/mailroom/services/preferences"
import { mailroomOf, tokenOf } from "../public-mailroom"

/** Preference links name a mail (`p`) or, from the shop's own pages, an address (`s`). */
export async function recipientOfToken(req: MedusaRequest): Promise<Recipient | null> {
  const { preferences } = mailroomOf(req)
  const token = await tokenOf(req, "p", "s")
  if (!token) return null
  return token.type === "p"
    ? preferences.recipientOfMessage(token.messageId)
    : preferences.recipientOfAddress(token.subjectId)
}
