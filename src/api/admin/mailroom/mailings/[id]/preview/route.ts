import { z } from "zod"
import { previewMailing } from "../../../../../../runtime/preview-mailing"
import { answer, parsed } from "../../../call"

const querySchema = z.object({ locale: z.string().max(20).optional() })

export const GET = answer(({ mailroom, params, query }) =>
  previewMailing(mailroom, { id: params.id!, locale: parsed(querySchema, query).locale ?? null }),
)
