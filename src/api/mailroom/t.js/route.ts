import { createHash } from "node:crypto"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { TRACKER_SCRIPT } from "../../../core/visits/tracker-script"
import { methodNotAllowed, send } from "../public-mailroom"

const ETAG = `"${createHash("sha256").update(TRACKER_SCRIPT).digest("base64url").slice(0, 16)}"`

const HEADERS = {
  "Content-Type": "text/javascript; charset=utf-8",
  "Cache-Control": "public, max-age=3600",
  "Cross-Origin-Resource-Policy": "cross-origin",
  "X-Content-Type-Options": "nosniff",
  ETag: ETAG,
}

/** The storefront's script. The same for everybody, so that every cache may keep it. */
export function GET(req: MedusaRequest, res: MedusaResponse): void {
  if (req.get("if-none-match") === ETAG) return send(res, 304, HEADERS)
  send(res, 200, HEADERS, TRACKER_SCRIPT)
}

export const POST = methodNotAllowed("GET, HEAD")
export const PUT = POST
export const PATCH = POST
export const DELETE = POST
