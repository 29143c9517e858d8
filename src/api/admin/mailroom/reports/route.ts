import { z } from "zod"
import { answer, parsed } from "../call"
import { listOf, pageSchema } from "../query"

const KINDS = [
  "newsletter",
  "targeted",
  "serial",
  "mailout",
  "store_email",
  "custom_action",
  "autoresponder",
  "automation",
] as const

const querySchema = pageSchema.extend({ kind: listOf(KINDS), q: z.string().trim().max(200).optional() })

export const GET = answer(({ mailroom, query }) => {
  const { kind, ...rest } = parsed(querySchema, query)
  return mailroom.reports.list({ ...rest, kinds: kind })
})
