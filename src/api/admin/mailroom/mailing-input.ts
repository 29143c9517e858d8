import { z } from "zod"
import { creditRuleSchema } from "../../../core/reports/credit-rule"
import { abTestSchema } from "../../../core/mailings/ab-test"
import { copiesSchema } from "../../../core/mailings/copies"
import { MAIL_FORMATS } from "../../../core/mailings/mail-format"
import { utmSchema } from "../../../core/mailings/utm"
import { audienceSchema, COMPOSED_KINDS } from "../../../core/mailings/audience"

/** Part by part: what is not given stays. The defaults of the stored form would take it away. */
const givenAudience = z.strictObject({
  everybody: audienceSchema.shape.everybody.unwrap().optional(),
  include: audienceSchema.shape.include.unwrap().optional(),
  exclude: audienceSchema.shape.exclude.unwrap().optional(),
  people: audienceSchema.shape.people.unwrap().optional(),
})

/** `MailingInput` of docs/api.md; the document's blocks are checked when it is compiled. */
export const mailingInputSchema = z.strictObject({
  kind: z.enum(COMPOSED_KINDS).optional(),
  name: z.string().trim().max(200).nullable().optional(),
  subject: z.string().max(255).optional(),
  preheader: z.string().max(500).optional(),
  document: z.record(z.string(), z.unknown()).optional(),
  topic_id: z.string().min(1).max(200).nullable().optional(),
  audience: givenAudience.optional(),
  credit: creditRuleSchema.optional(),
  sender_id: z.string().max(200).nullable().optional(),
  is_tracked: z.boolean().optional(),
  is_copy_kept: z.boolean().optional(),
  format: z.enum(MAIL_FORMATS).optional(),
  utm: utmSchema.nullable().optional(),
  copies: copiesSchema.optional(),
  ab: abTestSchema.nullable().optional(),
  control_share: z.number().int().min(0).max(50).optional(),
})

/** An integer column's: the number that the form was loaded with. */
export const revisionSchema = z.number().int().min(1).max(2_147_483_647)
