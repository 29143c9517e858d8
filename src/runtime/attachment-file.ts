import { MedusaError } from "@medusajs/framework/utils"
import type { Mailroom } from "../modules/mailroom/mailroom"

/** The bytes of one attachment, as the shop keeps them. Throws NOT_FOUND. */
export async function attachmentFile(
  { attachments, shop }: Mailroom,
  mailingId: string,
  id: string,
): Promise<{ name: string; content: Buffer }> {
  const file = (await attachments.attached(mailingId)).find((one) => one.id === id)
  if (!file) throw new MedusaError(MedusaError.Types.NOT_FOUND, `There is no attachment "${id}".`)
  if (!shop) throw new MedusaError(MedusaError.Types.NOT_ALLOWED, "Files can be read only where the shop runs.")
  return { name: file.name, content: await shop.readFile(file.fileId) }
}
