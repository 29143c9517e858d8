import { z } from "zod"
import { answer, parsed } from "../call"
import { listOf, pageSchema } from "../query"

const REASONS = ["hard_bounce", "soft_bounces", "complaint", "manual", "unsubscribed", "erasure"] as const
const flag = z.enum(["true", "false"]).optional()

const querySchema = pageSchema.extend({
  q: z.string().trim().max(254).optional(),
  reason: listOf(REASONS),
  lifted: flag,
  domains: flag,
})

const bodySchema = z
  .strictObject({
    email: z.string().max(1000).optional(),
    domain: z.string().max(253).optional(),
    scope: z.enum(["all", "marketing", "topic"]).default("all"),
    topic_id: z.string().max(80).optional(),
    note: z.string().trim().min(3, "must say why").max(500),
    expires_at: z.iso.datetime({ offset: true }).nullable().optional(),
  })
  .refine(({ email, domain }) => (email === undefined) !== (domain === undefined), {
    path: ["email"],
    message: "give either email or domain",
  })

export const GET = answer(({ mailroom, query }) => {
  const { reason: reasons, lifted, domains, ...rest } = parsed(querySchema, query)
  return mailroom.suppressionList.list({
    ...rest,
    reasons: reasons ?? null,
    withLifted: lifted === "true",
    domainsOnly: domains === "true",
  })
})

export const POST = answer(async ({ mailroom, actor, body }) => {
  const { email, domain, topic_id: topicId, expires_at: expiresAt, scope, note } = parsed(bodySchema, body)
  const whom = email === undefined ? { domain: domain! } : { email }
  const suppression = await mailroom.suppressionList.add(
    { whom, scope, topicId, note, expiresAt: expiresAt ? new Date(expiresAt) : null },
    actor.userId,
  )
  return { suppression }
})
