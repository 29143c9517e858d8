import { z } from "zod"

/** `order.displayId`: a path into the message's variables, nothing that could be more than a name to Liquid. */
export const tagPath = z
  .string()
  .max(100)
  .regex(/^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$/, "must be a variable such as contact.firstName")

export const color = z.string().regex(/^#([0-9a-f]{3}|[0-9a-f]{6})$/i, "must be a colour such as #1a2b3c")
export const address = z.string().trim().max(2048)

const mark = z.discriminatedUnion("type", [
  z.object({ type: z.literal("bold") }),
  z.object({ type: z.literal("italic") }),
  z.object({ type: z.literal("underline") }),
  z.object({ type: z.literal("strike") }),
  z.object({ type: z.literal("link"), attrs: z.object({ href: address }) }),
  z.object({ type: z.literal("textStyle"), attrs: z.object({ color: color.nullable().default(null) }) }),
])
const marks = z.array(mark).max(6).optional()

const inline = z.discriminatedUnion("type", [
  z.object({ type: z.literal("text"), text: z.string().min(1).max(20_000), marks }),
  z.object({ type: z.literal("hardBreak"), marks }),
  z.object({
    type: z.literal("mergeTag"),
    attrs: z.object({ tag: tagPath, fallback: z.string().max(200).nullable().default(null) }),
    marks,
  }),
])

const textAlign = z.enum(["left", "center", "right"]).nullable().default(null)
const paragraph = z.object({
  type: z.literal("paragraph"),
  attrs: z.object({ textAlign }).optional(),
  content: z.array(inline).max(2_000).optional(),
})

// Two levels, written out: a schema that calls itself would let a request choose how deep the stack goes.
const innerItem = z.object({ type: z.literal("listItem"), content: z.array(paragraph).min(1).max(50) })
const innerList = listOf(innerItem)
const outerItem = z.object({
  type: z.literal("listItem"),
  content: z
    .array(z.union([paragraph, innerList.bullet, innerList.ordered]))
    .min(1)
    .max(50),
})
const outerList = listOf(outerItem)

function listOf<Item extends z.ZodType>(item: Item) {
  const content = z.array(item).min(1).max(200)
  return {
    bullet: z.object({ type: z.literal("bulletList"), content }),
    ordered: z.object({ type: z.literal("orderedList"), content }),
  }
}

/**
 * Formatted text as tiptap writes it (`editor.getJSON()`), cut to what a mail may hold. `textAlign` null follows the
 * reading direction. Text may hold Liquid; a merge tag is a node of its own with what to print when it is empty.
 */
export const richContent = z.object({
  type: z.literal("doc"),
  content: z
    .array(z.union([paragraph, outerList.bullet, outerList.ordered]))
    .max(500)
    .default([]),
})

export type RichContent = z.infer<typeof richContent>
export type RichNode = RichContent["content"][number]
export type RichParagraph = z.infer<typeof paragraph>
export type RichInline = z.infer<typeof inline>
export type RichMark = z.infer<typeof mark>

/** Whether there is anything to read in it; a merge tag is. */
export function hasWords(content: RichContent): boolean {
  return content.content.some((node) =>
    node.type === "paragraph" ? (node.content ?? []).some(isWord) : node.content.length > 0,
  )
}

const isWord = (node: RichInline): boolean =>
  node.type === "mergeTag" || (node.type === "text" && node.text.trim() !== "")
