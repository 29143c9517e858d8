import type { Block, MailDocument } from "./document"
import { hasWords } from "./rich-content"

export type DocumentProblem = {
  /** Place of the block, from 1, logo and footer not counted; null for the document as a whole. */
  block: number | null
  problem: "empty" | "picture_without_address" | "picture_without_alt" | "button_without_link" | "button_without_label"
}

/** What keeps a draft from being ready to go; an empty list means nothing. */
export function documentProblems(document: MailDocument): DocumentProblem[] {
  if (document.kind !== "blocks") {
    const written = document.kind === "html" ? document.html : document.text
    return written.trim() ? [] : [{ block: null, problem: "empty" }]
  }
  const blocks = document.blocks.filter(({ type }) => type !== "logo" && type !== "footer")
  const problems = blocks.flatMap((block, index) => problemsOf(block).map((problem) => ({ block: index + 1, problem })))
  return blocks.some(saysSomething) ? problems : [{ block: null, problem: "empty" }, ...problems]
}

function problemsOf(block: Block): DocumentProblem["problem"][] {
  if (block.type === "columns") return block.columns.flat().flatMap(problemsOf)
  if (block.type === "picture") {
    if (!block.url) return ["picture_without_address"]
    return block.alt.trim() || block.isDecorative ? [] : ["picture_without_alt"]
  }
  if (block.type !== "button") return []
  const missing: DocumentProblem["problem"][] = []
  if (!block.url) missing.push("button_without_link")
  if (!block.label.trim()) missing.push("button_without_label")
  return missing
}

const SILENT = new Set<Block["type"]>(["divider", "spacer", "logo", "footer", "social"])

function saysSomething(block: Block): boolean {
  if (SILENT.has(block.type)) return false
  switch (block.type) {
    case "columns":
      return block.columns.flat().some(saysSomething)
    case "heading":
    case "text":
      return hasWords(block.content)
    case "picture":
      return block.url !== ""
    case "button":
      return block.label.trim() !== "" && block.url !== ""
    case "html":
      return block.html.trim() !== ""
    case "poll":
      return block.pollId !== null
    case "coupon":
      return block.code.trim() !== ""
    default:
      return true
  }
}
