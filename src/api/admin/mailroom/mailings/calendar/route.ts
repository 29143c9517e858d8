import { z } from "zod"
import { answer, parsed } from "../../call"

const querySchema = z.object({ from: z.iso.date(), to: z.iso.date() })

export const GET = answer(({ mailroom, query }) => {
  const { from, to } = parsed(querySchema, query)
  return mailroom.mailingArchive.calendar(from, to)
})
