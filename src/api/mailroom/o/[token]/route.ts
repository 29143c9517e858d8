import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { readToken } from "../../../../core/tracking/tokens"
import { sendPixel } from "../../pixel"
import { isHead, mailroomOf, methodNotAllowed, requestFacts } from "../../public-mailroom"

/** Always the picture, whatever the token and whatever is wrong: a broken image in a mail helps nobody. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  if (!isHead(req)) await record(req)
  sendPixel(res)
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
