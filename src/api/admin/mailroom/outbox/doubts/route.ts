import { z } from "zod"
import { DOUBT_VERDICTS } from "../../../../../core/messages/doubt"
import { MESSAGE_KINDS } from "../../../../../core/messages/states"
import { answer, parsed } from "../../call"

const querySchema = z.strictObject({ source_id: z.string().max(200).optional() })

const bodySchema = z.strictObject({
  source_id: z.string().min(1).max(200).nullable(),
  type: z.enum(MESSAGE_KINDS),
  as_of: z.iso.datetime().transform((at) => new Date(at)),
  verdict: z.enum(DOUBT_VERDICTS),
})

/** Mails in doubt by where they come from. */
export const GET = answer(({ mailroom, query }) => mailroom.doubts.list(parsed(querySchema, query).source_id ?? null))

export const POST = answer(({ mailroom, actor, body }) => {
  const { verdict, ...of } = parsed(bodySchema, body)
  return mailroom.doubts.settle(of, verdict, actor.userId)
})
