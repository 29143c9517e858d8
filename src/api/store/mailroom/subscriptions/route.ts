import { setTimeout } from "node:timers/promises"
import { z } from "zod"
import { parsed } from "../../../admin/mailroom/call"
import { mailroomOf, requestFacts } from "../../../mailroom/public-mailroom"
import { guarded } from "../guarded"

const signUpSchema = z.strictObject({
  email: z.string().max(1000),
  /** Ids or slugs of public topics; none = newsletters. */
  topics: z.array(z.string().max(80)).max(50).optional(),
  /** True only when a box of its own was ticked. */
  tracking: z.boolean().optional(),
  locale: z
    .string()
    .regex(/^[a-z]{2,3}([-_][A-Za-z0-9]{2,8})*$/i, "must be a language such as de or de-AT")
    .optional(),
  first_name: z.string().max(200).optional(),
  /** The words beside the box, as they were shown. */
  wording: z.string().max(4000).optional(),
  page_url: z.string().max(2048).optional(),
})

/** How long an answer takes at least: a known address costs other milliseconds than a new one, and nobody shall see it. */
const AT_LEAST_MS = 250

/** Asks the address to confirm by mail. 202 always: nobody learns here who is known. */
export const POST = guarded(async (req, res) => {
  const body = parsed(signUpSchema, req.body)
  const request = mailroomOf(req).subscriptions.request({
    email: body.email,
    topics: body.topics,
    tracking: body.tracking,
    locale: body.locale,
    firstName: body.first_name,
    wording: body.wording,
    pageUrl: body.page_url ?? req.get("referer") ?? null,
    ...requestFacts(req),
  })
  const [answer] = await Promise.all([request, setTimeout(AT_LEAST_MS)])
  if (answer.kind === "accepted") return void res.status(202).json({ status: "pending" })
  res.set("Retry-After", String(answer.retryAfterSeconds))
  res
    .status(429)
    .json({ type: "too_many_requests", message: "Too many sign-ups from this network. Try again in an hour." })
})
