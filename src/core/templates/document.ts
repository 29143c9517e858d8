import { z } from "zod"
import { FACT_NAMES } from "./facts"
import { address, color, richContent } from "./rich-content"
import { upgradeDocument } from "./upgrade-document"

const words = (max: number) => z.string().max(max)
const align = z.enum(["left", "center", "right"])
const id = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/, "must be 1–40 letters, digits, - or _")

/** Shown only if the fact of the message is so: "only if the order was shipped". */
const condition = z.object({ fact: z.enum(FACT_NAMES), is: z.boolean().default(true) })

/** What every block has. `align` null (where there is one) follows the reading direction. */
const base = {
  id,
  condition: condition.nullable().default(null),
  background: color.nullable().default(null),
}

/** Where a product grid gets its products from. */
export const PRODUCT_SOURCES = [
  "picked",
  "newest",
  "best_sellers",
  "category",
  "cart",
  "order",
  "back_in_stock",
  /** The one that the mail is about. */
  "product",
] as const

const leaf = [
  z.object({
    ...base,
    type: z.literal("logo"),
    align: align.nullable().default("center"),
    width: z.number().int().min(40).max(400).default(160),
  }),
  z.object({
    ...base,
    type: z.literal("heading"),
    level: z.union([z.literal(1), z.literal(2), z.literal(3)]).default(1),
    content: richContent,
  }),
  z.object({
    ...base,
    type: z.literal("text"),
    size: z.enum(["normal", "small"]).default("normal"),
    content: richContent,
  }),
  z.object({
    ...base,
    type: z.literal("picture"),
    url: address.default(""),
    alt: words(500).default(""),
    /** Says nothing that the text does not: an empty `alt` is right. */
    isDecorative: z.boolean().default(false),
    link: address.nullable().default(null),
    align: align.nullable().default("center"),
    /** Percent of the place's width. */
    width: z.number().int().min(10).max(100).default(100),
  }),
  z.object({
    ...base,
    type: z.literal("button"),
    label: words(200).default(""),
    url: address.default(""),
    align: align.nullable().default(null),
    /** Null: the brand's. */
    color: color.nullable().default(null),
    isWide: z.boolean().default(false),
    /** The address in full below it, for one-time links. */
    isAddressShown: z.boolean().default(false),
    isTracked: z.boolean().default(true),
  }),
  z.object({
    ...base,
    type: z.literal("products"),
    source: z.enum(PRODUCT_SOURCES).default("picked"),
    productIds: z.array(z.string().max(100)).max(12).default([]),
    categoryId: z.string().max(100).nullable().default(null),
    columns: z.union([z.literal(1), z.literal(2), z.literal(3)]).default(2),
    count: z.number().int().min(1).max(12).default(4),
    isPriceShown: z.boolean().default(true),
    isButtonShown: z.boolean().default(false),
    buttonLabel: words(100).default(""),
  }),
  z.object({
    ...base,
    type: z.literal("order"),
    /** Whole order, or the lines that the mail is about (of the parcel, the return …). */
    lines: z.enum(["order", "concerned", "cart", "none"]).default("order"),
    isFactsShown: z.boolean().default(true),
    isPriceShown: z.boolean().default(true),
    isSkuShown: z.boolean().default(false),
    isTotalsShown: z.boolean().default(true),
    isAddressesShown: z.boolean().default(false),
    isDeliveryAddressShown: z.boolean().default(false),
    /** Customer of a notice to a third party, as far as the owner lets it out. */
    isShopperShown: z.boolean().default(false),
  }),
  z.object({
    ...base,
    type: z.literal("amount"),
    label: words(200).default(""),
    of: z.enum(["payment", "refund", "order", "cart"]),
  }),
  z.object({ ...base, type: z.literal("tracking"), buttonLabel: words(100).default("") }),
  z.object({
    ...base,
    type: z.literal("coupon"),
    title: words(300).default(""),
    label: words(200).default(""),
    code: words(200).default(""),
    note: words(500).default(""),
    color: color.nullable().default(null),
  }),
  /** What it asks stands in the poll, in all its languages (core/polls). */
  z.object({ ...base, type: z.literal("poll"), pollId: z.string().max(40).nullable().default(null) }),
  z.object({ ...base, type: z.literal("divider") }),
  z.object({ ...base, type: z.literal("spacer"), height: z.number().int().min(4).max(120).default(24) }),
  z.object({ ...base, type: z.literal("social"), align: align.nullable().default("center") }),
  z.object({ ...base, type: z.literal("html"), html: words(100_000).default("") }),
] as const

const leafBlock = z.discriminatedUnion("type", leaf)
const block = z.discriminatedUnion("type", [
  ...leaf,
  z.object({
    ...base,
    type: z.literal("columns"),
    columns: z.array(z.array(leafBlock).max(20)).min(2).max(3),
    /** Shares of the width, one per column; null: equal. */
    widths: z.array(z.number().int().min(10).max(80)).min(2).max(3).nullable().default(null),
  }),
  /** The ways out and the postal address are always in it; where no block says so it stands at the end. */
  z.object({
    id,
    // Never only sometimes: the law asks for it in every mail.
    condition: z.null().default(null),
    background: color.nullable().default(null),
    type: z.literal("footer"),
    /** Instead of Mailroom's own sentence on why one gets this mail. */
    reason: words(500).default(""),
    isSocialShown: z.boolean().default(true),
  }),
])

/** What of a block is said in another language; everything else is the same in all of them. */
const blockWords = z
  .object({
    content: richContent,
    url: address,
    alt: words(500),
    link: address.nullable(),
    label: words(200),
    buttonLabel: words(100),
    title: words(300),
    code: words(200),
    note: words(500),
    html: words(100_000),
    reason: words(500),
  })
  .partial()

const locale = z.string().regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/, "must be a language tag such as de or pt-BR")
const plain = words(200_000).nullable().default(null)
const lines = { subject: words(255).optional(), preheader: words(500).optional(), plain }
const common = {
  version: z.literal(2),
  /** Language of what stands in the document itself; null: the shop's. */
  locale: locale.nullable().default(null),
  /** The text part as the author wants it; null: made of the HTML. */
  plain,
}

/** Looks of this one content where they differ from the sender's. */
const look = z.object({ primaryColor: color, backgroundColor: color, logoUrl: address }).partial().default({})

const documentV2 = z.discriminatedUnion("kind", [
  z.object({
    ...common,
    kind: z.literal("blocks"),
    look,
    blocks: z.array(block).max(200).default([]),
    translations: z.record(locale, z.object({ ...lines, blocks: z.record(id, blockWords).default({}) })).default({}),
  }),
  z.object({
    ...common,
    kind: z.literal("html"),
    html: words(500_000),
    translations: z.record(locale, z.object({ ...lines, html: words(500_000).optional() })).default({}),
  }),
  z.object({
    ...common,
    kind: z.literal("text"),
    text: words(100_000),
    translations: z.record(locale, z.object({ ...lines, text: words(100_000).optional() })).default({}),
  }),
])

/**
 * What a template or a mailing says, version 2: building blocks; or the author's own HTML, kept byte for byte; or plain
 * text. Version 1 (and `{}`, a mailing that nobody has written yet) is read as what it became in version 2. A draft may
 * be incomplete (a button without a link): `core/templates/document-problems.ts` names that.
 */
export const documentSchema = z.preprocess(upgradeDocument, documentV2.superRefine(hasUniqueIds))

export type MailDocument = z.infer<typeof documentV2>
export type BlocksDocument = Extract<MailDocument, { kind: "blocks" }>
export type Block = z.infer<typeof block>
export type LeafBlock = z.infer<typeof leafBlock>
export type BlockWords = z.infer<typeof blockWords>
export type BlockOf<Type extends Block["type"]> = Extract<Block, { type: Type }>
export type BlockCondition = z.infer<typeof condition>

/** The three things an author writes; in a mailing `subject` and `preheader` are columns of their own. */
export const contentSchema = z.object({
  subject: words(255).default(""),
  preheader: words(500).default(""),
  document: documentSchema,
})
export type MailContent = z.infer<typeof contentSchema>

/** Every block, those in columns too, in reading order. */
export function allBlocks(blocks: Block[]): Block[] {
  return blocks.flatMap((one): Block[] => (one.type === "columns" ? [one, ...one.columns.flat()] : [one]))
}

function hasUniqueIds(document: MailDocument, context: z.RefinementCtx): void {
  if (document.kind !== "blocks") return
  const seen = new Set<string>()
  for (const { id: one } of allBlocks(document.blocks)) {
    if (seen.has(one))
      context.addIssue({ code: "custom", path: ["blocks"], message: `two blocks have the id "${one}"` })
    seen.add(one)
  }
}
