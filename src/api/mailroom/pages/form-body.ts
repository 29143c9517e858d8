import type { MedusaRequest } from "@medusajs/framework/http"
import { isStorableText } from "../../../core/messages/storable-json"

const MOST_BYTES = 65_536

/**
 * The fields of a form. The body parsers are off on these paths (a one-click POST may come in any form), so it is read
 * here; a body that is too large or of another kind gives no fields.
 */
export async function formBody(req: MedusaRequest): Promise<URLSearchParams> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of req as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= MOST_BYTES) chunks.push(chunk)
  }
  const isForm = (req.get("content-type") ?? "").startsWith("application/x-www-form-urlencoded")
  const fields = new URLSearchParams(isForm && size <= MOST_BYTES ? Buffer.concat(chunks).toString("utf8") : "")
  // No page of ours sends a text that no column can hold; a database would throw at it.
  return new URLSearchParams([...fields].filter(([, value]) => isStorableText(value)))
}
