import type { MedusaRequest } from "@medusajs/framework/http"
import ipaddr from "ipaddr.js"

/**
 * Whose hand it is: address and browser as one text. Null where the address is that of a proxy before the shop, which
 * all visitors share (it is in a private network, or it forwards for somebody and Express was not told to trust it).
 */
export function visitorsHand(req: MedusaRequest): string | null {
  const { ip, socket } = req
  if (!ip || !ipaddr.isValid(ip) || ipaddr.process(ip).range() !== "unicast") return null
  const isForwarded = ["x-forwarded-for", "forwarded", "via"].some((name) => req.get(name) !== undefined)
  if (isForwarded && ip === socket.remoteAddress) return null
  return `${ip} ${req.get("user-agent") ?? ""}`
}
