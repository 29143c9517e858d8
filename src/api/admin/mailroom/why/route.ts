import { z } from "zod"
import { answer, parsed } from "../call"

const querySchema = z.object({
  message_ids: z
    .string()
    .max(8000)
    .transform((text) => text.split(",").filter(Boolean)),
})

/** The sentences of a page of messages, by message id. */
export const GET = answer(async ({ mailroom, query }) => ({
  why: Object.fromEntries(await mailroom.why.ofMessages(parsed(querySchema, query).message_ids)),
}))
