import { z } from "zod"
import type { Brand } from "../templates/contexts"
import { FONT_NAMES } from "../templates/fonts"
import { isLanguageTag } from "./language-tag"

const address = z
  .string()
  .trim()
  .max(254)
  .regex(
    /^[^\s<>@,;"]+@[^\s<>@,;"]+\.[^\s<>@,;".]+$|^[^\s<>@,;"]+@localhost$/u,
    "must be one e-mail address such as shop@example.com",
  )
const webUrl = z
  .string()
  .trim()
  .max(2048)
  .refine(
    (value) => /^https?:\/\//i.test(value) && URL.canParse(value),
    "must be a URL that begins with https:// or http://",
  )
const color = z.string().regex(/^#[0-9a-f]{6}$/i, "must be a colour such as #1a2b3c")
/** A header value: a line break would begin another header, and no other control character belongs in one either. */
const oneLine = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .regex(/^\P{Cc}*$/u, "must be one line without control characters")

export const brandSchema = z.strictObject({
  shopName: oneLine(100).default(""),
  logoUrl: webUrl.nullable().default(null),
  primaryColor: color.default("#18181b"),
  backgroundColor: color.default("#f4f4f5"),
  font: z.enum(FONT_NAMES).default("system"),
  /** Below every mail, between the ways out and the postal address; plain words, since it is in all of them. */
  footerText: oneLine(300)
    .refine((value) => !/\{[{%]/.test(value), "must not hold variables: it is the same below every mail")
    .default(""),
  socialLinks: z
    .array(z.strictObject({ label: oneLine(40), url: webUrl }))
    .max(10)
    .default([]),
})

export const senderSchema = z.strictObject({
  name: oneLine(100).min(1, "must not be empty"),
  from_name: oneLine(100),
  from_email: address.nullable().default(null),
  marketing_from_email: address.nullable().default(null),
  reply_to: address.nullable().default(null),
  postal_address: z
    .string()
    .trim()
    .max(500)
    .regex(/^[\P{Cc}\r\n\t]*$/u, "must not hold control characters other than line breaks")
    .nullable()
    .default(null),
  storefront_url: webUrl.nullable().default(null),
  brand: brandSchema.prefault({}),
  locale: z.string().max(35).refine(isLanguageTag, "must be a language tag such as en or de-AT").default("en"),
  sales_channel_ids: z.array(z.string().min(1)).max(200).default([]),
  is_default: z.boolean().default(false),
})

export type SenderInput = z.infer<typeof senderSchema>
export type SenderBrand = z.infer<typeof brandSchema>

/** Whom a mail comes from: one at first, more by sales channel. */
export type Sender = SenderInput & { id: string; created_at: string; updated_at: string }

/** What the templates are given: the sender's look, with the shop-wide storefront where it names none of its own. */
export function brandOf(sender: Sender, storefrontUrl: string | null): Brand {
  const { shopName, logoUrl, primaryColor, backgroundColor, font, footerText, socialLinks } = sender.brand
  return {
    shopName: shopName || sender.from_name || sender.name,
    logoUrl,
    primaryColor,
    backgroundColor,
    font,
    footerText,
    socialLinks,
    storefrontUrl: sender.storefront_url ?? storefrontUrl,
    postalAddress: sender.postal_address,
  }
}
