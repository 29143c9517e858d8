import { MedusaError } from "@medusajs/framework/utils"
import { z } from "zod"
import { isAmong, testAddresses } from "../../../../../../core/automations/test-addresses"
import type { Mailroom } from "../../../../../../modules/mailroom/mailroom"
import { testRun } from "../../../../../../runtime/automations/test-run"
import { answer, parsed } from "../../../call"

/** Whose way it is, and where the mails go: to whoever asks, if nothing is said. */
const bodySchema = z.strictObject({ contact_id: z.uuid(), email: z.string().min(3).max(254).optional() })

/** Where test mails may go. */
export const GET = answer(async ({ mailroom, actor }) => ({ addresses: await addressesFor(mailroom, actor.userId) }))

export const POST = answer(async ({ mailroom, params, body, actor }) => {
  const { contact_id: contactId, email } = parsed(bodySchema, body)
  const allowed = await addressesFor(mailroom, actor.userId)
  return testRun(mailroom, params.id!, { contactId, to: chosen(allowed, email) })
})

async function addressesFor({ settings, shop }: Mailroom, userId: string | null): Promise<string[]> {
  const { owner, copies } = await settings.read()
  const users = userId && shop ? await shop.staff() : []
  const own = users.find(({ id }) => id === userId)?.email ?? null
  return testAddresses({ own, owner: owner.addresses, seeds: copies.seeds })
}

/** A customer's mailbox is no place to try something out. */
function chosen(allowed: string[], email: string | undefined): string {
  const to = email ?? allowed[0]
  if (to && isAmong(allowed, to)) return to.trim()
  const list = allowed.length > 0 ? allowed.join(", ") : "none yet (Settings → Owner)"
  throw new MedusaError(
    MedusaError.Types.NOT_ALLOWED,
    `email is "${to ?? ""}": mails of a test run go to your own address, the owner's or a seed address only. Choose one of: ${list}.`,
  )
}
