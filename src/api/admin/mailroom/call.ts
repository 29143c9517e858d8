import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import type { z } from "zod"
import { databaseFinding } from "../../../modules/mailroom/database-finding"
import type { MailroomService } from "../../../modules/mailroom/service"
import type { Mailroom } from "../../../modules/mailroom/mailroom"
import type { Actor } from "../../../modules/mailroom/services/rights"
import { refuseUnstorable } from "../../refuse-unstorable"

/** What a route is given: the services, who asks, and the request as it came. */
export type Call = {
  mailroom: Mailroom
  actor: Actor
  params: Record<string, string>
  query: Record<string, unknown>
  body: unknown
  req: AuthenticatedMedusaRequest
  res: MedusaResponse
}

/** A route: what `work` gives is the JSON answer, unless it has answered by itself (HTML, CSV). */
export function answer(work: (call: Call) => Promise<unknown>) {
  return async (req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> => {
    try {
      refuseUnstorable(req)
      const found = await work(callOf(req, res))
      if (!res.headersSent) res.json(found)
    } catch (error) {
      if (!answerToError(error, res)) throw error
    }
  }
}

export function callOf(req: AuthenticatedMedusaRequest, res: MedusaResponse): Call {
  return {
    mailroom: (req.scope.resolve("mailroom") as MailroomService).mailroom,
    actor: actorOf(req),
    params: req.params,
    query: req.query,
    body: req.body ?? {},
    req,
    res,
  }
}

/** An admin user, or a secret API key, which is nobody in particular and may do everything. FORBIDDEN for any other kind. */
export function actorOf({ auth_context }: Pick<AuthenticatedMedusaRequest, "auth_context">): Actor {
  const { actor_type: type, actor_id: id } = auth_context
  if (type === "user" && id) return { userId: id }
  if (type === "api-key") return { userId: null }
  throw new MedusaError(
    MedusaError.Types.FORBIDDEN,
    `Mailroom's admin routes are for admin users and secret API keys, not for a "${type}".`,
  )
}

/**
 * Two kinds of error that Medusa's handler would answer without their sentence: a conflict, and a database that is away
 * or without our tables. False leaves the error to it.
 */
export function answerToError(error: unknown, res: MedusaResponse): boolean {
  if (res.headersSent) return false
  if (error instanceof MedusaError && error.type === MedusaError.Types.CONFLICT) {
    res.status(409).json({ type: "conflict", message: error.message })
    return true
  }
  const finding = databaseFinding(error)
  if (!finding) return false
  res.status(503).json({ type: "database_away", message: `${finding.sentence} ${finding.way_out}` })
  return true
}

/** The body or query as the schema has it, or INVALID_DATA that names the field, the value and what it must be. */
export function parsed<Schema extends z.ZodType>(schema: Schema, given: unknown): z.infer<Schema> {
  const result = schema.safeParse(given ?? {})
  if (result.success) return result.data
  const { path, message } = result.error.issues[0]!
  const value = path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key], given)
  const where = path.length > 0 ? `${path.join(".")} is ${JSON.stringify(value)}: ` : ""
  throw new MedusaError(MedusaError.Types.INVALID_DATA, `${where}${message}`)
}
