import { z } from "zod"
import { answer, parsed } from "../call"
import { automationLine } from "../automation-answer"
import { portableSchema } from "../automation-input"

const KINDS = ["store_email", "custom_action", "autoresponder", "automation"] as const

const querySchema = z.object({ kind: z.enum(KINDS).optional() })

/** `from`: another automation's id, or the JSON of one as `export` gave it. */
const bodySchema = z.strictObject({
  name: z.string().max(500),
  kind: z.enum(["automation", "autoresponder"]).default("automation"),
  from: z.union([z.string().max(64), portableSchema]).optional(),
})

export const GET = answer(async ({ mailroom, query }) => {
  const { kind = null } = parsed(querySchema, query)
  const list = await mailroom.automations.list(kind)
  const figures = await mailroom.automationFigures.of(list.map(({ id }) => id))
  return { automations: list.map((one) => automationLine(one, figures.get(one.id))) }
})

export const POST = answer(async ({ mailroom, body }) => {
  const { name, kind, from } = parsed(bodySchema, body)
  const portable = typeof from === "string" ? await mailroom.automationDrafts.export(from) : from
  const id = await mailroom.automationDrafts.create({ ...portable, name }, { kind })
  return { id }
})
