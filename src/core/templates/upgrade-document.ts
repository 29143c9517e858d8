import { documentV1Schema, type BlockV1, type LeafBlockV1 } from "./document-v1"
import { parseRichText, type Inline } from "./rich-text"
import { piecesOf } from "./tagged-line"
import type { RichContent, RichInline, RichMark, RichNode, RichParagraph } from "./rich-content"

/**
 * Version 1 → version 2, anything else as it is (the schema judges it). Ids follow from the place, so that the same
 * document always becomes the same one.
 */
export function upgradeDocument(raw: unknown): unknown {
  if (typeof raw !== "object" || raw === null || Array.isArray(raw) || "version" in raw) return raw
  const parsed = documentV1Schema.safeParse(raw)
  if (!parsed.success) return { version: 2, kind: "blocks", ...raw }
  const document = parsed.data
  const common = { version: 2, locale: null, plain: null, translations: {} }
  if (document.kind === "html") return { ...common, kind: "html", html: document.html }
  if (document.kind === "text") return { ...common, kind: "text", text: document.text }
  const blocks = document.blocks.map((one, index) => upgraded(one, `b${index + 1}`))
  const isEmpty = blocks.length === 0
  return {
    ...common,
    kind: "blocks",
    // Version 1 had the logo above and the footer below without saying so.
    blocks: isEmpty ? [] : [{ id: "logo", type: "logo" }, ...blocks, { id: "footer", type: "footer" }],
  }
}

function upgraded(block: BlockV1 | LeafBlockV1, id: string): Record<string, unknown> {
  switch (block.type) {
    case "heading":
      return { id, type: "heading", level: block.level, content: lineContent(block.text) }
    case "text":
      return { id, type: "text", content: richContentOf(block.text) }
    case "columns":
      return {
        id,
        type: "columns",
        columns: block.columns.map((blocks, column) =>
          blocks.map((one, index) => upgraded(one, `${id}-${column + 1}-${index + 1}`)),
        ),
      }
    default:
      return { id, ...block }
  }
}

/** The few marks of version 1 (`**bold**`, `- item` …) as formatted text. */
export function richContentOf(text: string): RichContent {
  const content = parseRichText(text.replace(LIQUID, covered)).map((node): RichNode => {
    if (node.kind === "paragraph") return paragraphOf(inlinesOf(node.children))
    return {
      type: node.isOrdered ? "orderedList" : "bulletList",
      content: node.items.map((item) => ({ type: "listItem", content: [paragraphOf(inlinesOf(item))] })),
    }
  })
  return { type: "doc", content }
}

// Liquid must not be read for marks: `_` and `*` in it are none. It travels as hex between two private characters.
const LIQUID = /\{\{[^]*?\}\}|\{%[^]*?%\}/g
const COVERED = /\uE000([0-9a-f]*)\uE001/g
const covered = (liquid: string): string =>
  `\uE000${[...liquid].map((char) => char.codePointAt(0)!.toString(16).padStart(6, "0")).join("")}\uE001`
const uncovered = (text: string): string =>
  text.replace(COVERED, (_, hex: string) =>
    (hex.match(/.{6}/g) ?? []).map((code) => String.fromCodePoint(parseInt(code, 16))).join(""),
  )

/** One line without marks; a heading. */
export function lineContent(text: string): RichContent {
  return { type: "doc", content: text.trim() ? [paragraphOf(withTags(text, []))] : [] }
}

function paragraphOf(content: RichInline[]): RichParagraph {
  return { type: "paragraph", content }
}

function inlinesOf(nodes: Inline[], marks: RichMark[] = []): RichInline[] {
  return nodes.flatMap((node): RichInline[] => {
    if (node.kind === "text") return withTags(node.text, marks)
    if (node.kind === "break") return [{ type: "hardBreak" }]
    const mark: RichMark =
      node.kind === "link" ? { type: "link", attrs: { href: uncovered(node.url) } } : { type: node.kind }
    return inlinesOf(node.children, [...marks, mark])
  })
}

function withTags(text: string, marks: RichMark[]): RichInline[] {
  const marked = marks.length > 0 ? { marks } : {}
  return piecesOf(uncovered(text)).map((piece): RichInline =>
    "text" in piece ? { type: "text", text: piece.text, ...marked } : { type: "mergeTag", attrs: piece, ...marked },
  )
}
