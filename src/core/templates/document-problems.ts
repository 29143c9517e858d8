import type { BlockV1 as Block, LeafBlockV1 as LeafBlock, MailingDocumentV1 as MailingDocument } from "./document-v1"

export type DocumentProblem = {
  /** Place of the block, from 1; null for the document as a whole. */
  block: number | null
  problem: "empty" | "picture_without_address" | "picture_without_alt" | "button_without_link" | "button_without_label"
}

/** What keeps a draft from being ready to go; an empty list means nothing. */
export function documentProblems(document: MailingDocument): DocumentProblem[] {
  if (document.kind !== "blocks") {
    const written = document.kind === "html" ? document.html : document.text
    return written.trim() ? [] : [{ block: null, problem: "empty" }]
  }
  const problems = document.blocks.flatMap((block, index) =>
    problemsOf(block).map((problem) => ({ block: index + 1, problem })),
  )
  return document.blocks.some(saysSomething) ? problems : [{ block: null, problem: "empty" }, ...problems]
}

function problemsOf(block: Block): DocumentProblem["problem"][] {
  if (block.type === "columns") return block.columns.flat().flatMap(problemsOf)
  if (block.type === "picture") {
    if (!block.url) return ["picture_without_address"]
    return block.alt.trim() ? [] : ["picture_without_alt"]
  }
  if (block.type !== "button") return []
  const missing: DocumentProblem["problem"][] = []
  if (!block.url) missing.push("button_without_link")
  if (!block.label.trim()) missing.push("button_without_label")
  return missing
}

function saysSomething(block: Block | LeafBlock): boolean {
  if (block.type === "columns") return block.columns.flat().some(saysSomething)
  if (block.type === "heading" || block.type === "text") return block.text.trim() !== ""
  if (block.type === "picture") return block.url !== ""
  if (block.type === "button") return block.label.trim() !== "" && block.url !== ""
  return block.type === "html" && block.html.trim() !== ""
}
