import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { sendPixel } from "./mailroom/pixel"
import { unknownLink } from "./mailroom/public-mailroom"

/** Stands before the public routes: the router answers such a path with a 500, and it is a link like any other that is not ours. */
export function refuseUndecodable(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): void {
  if (isDecodable(req.originalUrl.split("?")[0]!)) return next()
  if (req.originalUrl.startsWith("/mailroom/o/")) return sendPixel(res)
  unknownLink(res)
}

/** False for a path with a `%` that begins no character, such as a link that was cut in the middle of one. */
function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}
