import { z } from "zod"
import { QUALITY_KINDS } from "../../../../../../core/contacts/address-quality"
import { answer, parsed } from "../../../call"
import { pageSchema } from "../../../query"

const kindSchema = z.object({ kind: z.enum(QUALITY_KINDS) })

export const GET = answer(({ mailroom, params, query }) =>
  mailroom.contactQuality.page(parsed(kindSchema, params).kind, parsed(pageSchema, query)),
)
