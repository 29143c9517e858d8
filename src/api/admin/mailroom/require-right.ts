import type {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { answerToError, callOf } from "./call"
import { rightFor } from "./rights"

/** Stands before every admin route: lets through who has the right that the route declares, and nobody else. */
export async function requireRight(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): Promise<void> {
  const needed = rightFor(req.method, req.path)
  if (needed === null)
    return void res.status(403).json({ type: "forbidden", message: `${req.method} ${req.path} declares no right.` })
  try {
    // Authentication stands before; without an actor it has answered already.
    const { mailroom, actor } = callOf(req as AuthenticatedMedusaRequest, res)
    if (needed === "login") return next()
    const { rights } = await mailroom.rights.of(actor)
    if (rights[needed]) return next()
    res.status(403).json({
      type: "forbidden",
      message: `You need the right "${needed}" in Mailroom for this. A user with the right "edit" can give it in Settings → Rights.`,
    })
  } catch (error) {
    if (!answerToError(error, res)) next(error)
  }
}
