import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { readToken } from "../../../../core/tracking/tokens"
import { isHead, mailroomOf, methodNotAllowed, requestFacts, send } from "../../public-mailroom"

const PIXEL = Buffer.from("R0lGODlhAQABAJAAAP8AAAAAACH5BAUQAAAALAAAAAABAAEAAAICBAEAOw==", "base64")

// Each load must reach us, none may leave a trace in the reader's browser (standards §3.1).
const HEADERS = {
  "Content-Type": "image/gif",
  "Cache-Control": "no-store, no-cache, must-revalidate, private, max-age=0",
  Pragma: "no-cache",
  Expires: "0",
  "X-Content-Type-Options": "nosniff",
  "Cross-Origin-Resource-Policy": "cross-origin",
  "Referrer-Policy": "no-referrer",
}

/** Always the picture, whatever the token and whatever is wrong: a broken image in a mail helps nobody. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  if (!isHead(req)) await record(req)
  send(res, 200, HEADERS, PIXEL)
}

export const POST = methodNotAllowed("GET, HEAD")
export const PUT = POST
export const PATCH = POST
export const DELETE = POST

async function record(req: MedusaRequest): Promise<void> {
  const { keyring, tracking, log } = mailroomOf(req)
  try {
    const token = readToken(await keyring.signingKeys(), (req.params.token ?? "").replace(/\.gif$/, ""))
    if (token?.type === "o" || token?.type === "a") await tracking.record({ token, ...requestFacts(req) })
  } catch (error) {
    log.error(`An open could not be looked at: ${(error as Error).message}`)
  }
}
