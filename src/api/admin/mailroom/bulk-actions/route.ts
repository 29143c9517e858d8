import { z } from "zod"
import { RECORDABLE_BASES } from "../../../../core/contacts/record-basis"
import { answer, parsed } from "../call"
import { contactFilterFields, contactFilterOf } from "../contact-filter"

const tags = z.array(z.string().max(200)).min(1).max(20)
const reason = z.string().trim().min(3).max(500)

const workSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("tag"), tags }),
  z.strictObject({ kind: z.literal("untag"), tags }),
  z.strictObject({
    kind: z.literal("subscribe"),
    topic_id: z.string().max(100),
    basis: z.enum(RECORDABLE_BASES),
    agreed_on: z.string().max(10),
    wording: z.string().trim().min(3).max(4000),
    reason,
  }),
  z.strictObject({ kind: z.literal("unsubscribe"), topic_id: z.string().max(100), reason }),
  z.strictObject({ kind: z.literal("correct"), quality: z.enum(["typo", "no_name"]) }),
])

const bodySchema = z.strictObject({
  work: workSchema,
  filter: z.strictObject({ ...contactFilterFields, ids: z.array(z.uuid()).max(1000).optional() }),
  confirmed: z.number().int().min(0),
})

export const GET = answer(async ({ mailroom }) => ({ bulk_actions: await mailroom.bulkActions.list() }))

export const POST = answer(async ({ mailroom, actor, body }) => {
  const { work, filter, confirmed } = parsed(bodySchema, body)
  const { ids = null, ...asked } = filter
  const people = { ...(await contactFilterOf(asked, mailroom)), ids }
  return { bulk_action: await mailroom.bulkActions.start({ work, filter: people, confirmed, by: actor.userId }) }
})
