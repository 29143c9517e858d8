import { z } from "zod"

/** `?answer=2`: only who chose this one, on the page and in the export. */
export const pollPeopleSchema = z.object({ answer: z.coerce.number().int().min(1).max(1000).optional() })
