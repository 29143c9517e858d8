import { MedusaError } from "@medusajs/framework/utils"
import { z } from "zod"
import { tokenOfUnsubscribeAddress } from "../../../../core/contacts/unsubscribe-mailbox"
import { readToken } from "../../../../core/tracking/tokens"
import { answer, parsed } from "../call"

const bodySchema = z.strictObject({ to: z.string().max(320) })

/**
 * An unsubscribing by mail (`mailto:` of List-Unsubscribe) that somebody's own mail reader hands in: `to` is the address
 * that it was sent to, with the token in it. Done again it is still done.
 */
export const POST = answer(async ({ mailroom, body }) => {
  const { to } = parsed(bodySchema, body)
  const token = tokenOfUnsubscribeAddress(to)
  const read = token && readToken(await mailroom.keyring.signingKeys(), token)
  const whose = read && read.type === "u" ? await mailroom.preferences.recipientOfMessage(read.messageId) : null
  if (!whose)
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `to is ${JSON.stringify(to)}: no mail was sent with this unsubscribe address. Give it as it was received.`,
    )
  await mailroom.preferences.leave(whose, "mail", {
    source: "mail",
    method: "mailto",
    actor: "contact",
    messageId: whose.messageId,
  })
  return { status: "unsubscribed" }
})
