import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { databaseFinding } from "../../../modules/mailroom/database-finding"
import { mailroomOf } from "../../mailroom/public-mailroom"
import { refuseUnstorable } from "../../refuse-unstorable"

/**
 * A route of the Store API. A database that is away, or without Mailroom's tables yet, is our trouble for a while and not
 * the storefront's mistake: 503, when to come back, and none of the reasons (they are the merchant's, and stand in the log).
 */
export function guarded(work: (req: MedusaRequest, res: MedusaResponse) => Promise<void>) {
  return async (req: MedusaRequest, res: MedusaResponse): Promise<void> => {
    try {
      refuseUnstorable(req)
      await work(req, res)
    } catch (error) {
      const finding = databaseFinding(error)
      if (!finding || res.headersSent) throw error
      mailroomOf(req).log.warn(`${req.method} ${req.path} was answered 503: ${finding.sentence}`)
      res.set("Retry-After", "60")
      res.status(503).json({
        type: "not_ready",
        message: "The shop's mail service cannot do this at the moment. Try again in a minute.",
      })
    }
  }
}
