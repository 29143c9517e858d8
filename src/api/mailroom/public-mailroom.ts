import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { readToken, type Token } from "../../core/tracking/tokens"
import { databaseFinding } from "../../modules/mailroom/database-finding"
import type { Mailroom } from "../../modules/mailroom/mailroom"
import type { MailroomService } from "../../modules/mailroom/service"

export function mailroomOf(req: MedusaRequest): Mailroom {
  return (req.scope.resolve("mailroom") as MailroomService).mailroom
}

/** What the link's token says, if it is one of these types and ours; else null. */
export async function tokenOf<Type extends Token["type"]>(
  req: MedusaRequest,
  ...types: Type[]
): Promise<Extract<Token, { type: Type }> | null> {
  const token = readToken(await mailroomOf(req).keyring.signingKeys(), req.params.token ?? "")
  return token && (types as string[]).includes(token.type) ? (token as Extract<Token, { type: Type }>) : null
}

/** Scanners and mail programs ask HEAD before they GET: it gets the same head and never counts. */
export const isHead = (req: MedusaRequest) => req.method === "HEAD"

export function requestFacts(req: MedusaRequest): { ip: string | null; userAgent: string | null } {
  return { ip: req.ip ?? null, userAgent: req.get("user-agent") ?? null }
}

/** Written by hand, because express would add an ETag and a charset that these answers must not have. */
export function send(
  res: MedusaResponse,
  status: number,
  headers: Record<string, string>,
  body: Buffer | string = "",
): void {
  const bytes = Buffer.from(body)
  res.writeHead(status, { ...headers, "Content-Length": String(bytes.length) })
  res.end(bytes)
}

export function sendText(
  res: MedusaResponse,
  status: number,
  text: string,
  headers: Record<string, string> = {},
): void {
  send(res, status, { "Content-Type": "text/plain; charset=utf-8", ...PRIVATE, ...headers }, text)
}

/** No cache, no index, no referrer: the address of the page is somebody's key. */
export const PRIVATE = {
  "Cache-Control": "no-store, private",
  "Referrer-Policy": "no-referrer",
  "X-Robots-Tag": "noindex, nofollow",
  "X-Content-Type-Options": "nosniff",
}

export function methodNotAllowed(allowed: string) {
  return (_req: MedusaRequest, res: MedusaResponse): void =>
    sendText(res, 405, "Method not allowed.", { Allow: allowed })
}

/** One wording for forged, cut, foreign and retired links: nobody learns which it was. */
export function unknownLink(res: MedusaResponse): void {
  sendText(res, 404, "This link is not valid. Please copy it from the e-mail again, all of it.")
}

/** A database that is away, or without our tables yet, is our trouble for a moment, not the reader's mistake: say when to come back. */
export function guarded(work: (req: MedusaRequest, res: MedusaResponse) => Promise<void>) {
  return async (req: MedusaRequest, res: MedusaResponse): Promise<void> => {
    try {
      await work(req, res)
    } catch (error) {
      if (!databaseFinding(error) || res.headersSent) throw error
      sendText(res, 503, "This cannot be done at the moment. Please try again in a minute.", { "Retry-After": "60" })
    }
  }
}
