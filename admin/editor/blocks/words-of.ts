import type { RichContent, RichInline, RichNode } from "../../../src/core/templates/rich-content"

/** Formatted text as one line, variables by their names; empty where nothing is written. */
export function wordsOf(content: RichContent, labelOf: (tag: string) => string): string {
  return content.content
    .map((node) => nodeWords(node, labelOf))
    .join(" ")
    .replace(/\s+/g, " ")
    .trim()
}

type AnyNode = RichNode | { type: "listItem"; content: unknown[] }

function nodeWords(node: AnyNode, labelOf: (tag: string) => string): string {
  if (node.type === "paragraph") return (node.content ?? []).map((one) => inlineWords(one, labelOf)).join("")
  return node.content.map((one) => nodeWords(one as AnyNode, labelOf)).join(" ")
}

function inlineWords(node: RichInline, labelOf: (tag: string) => string): string {
  if (node.type === "text") return node.text
  return node.type === "hardBreak" ? " " : `[${labelOf(node.attrs.tag)}]`
}
