import { Node, type Extensions, type JSONContent } from "@tiptap/core"
import { lineOf, piecesOf, type LinePiece } from "../../../src/core/templates/tagged-line"
import { MergeTag, type MergeTagOptions } from "./merge-tag"

const Line = Node.create({ name: "doc", topNode: true, content: "paragraph" })
const Paragraph = Node.create({
  name: "paragraph",
  content: "inline*",
  parseHTML: () => [{ tag: "p" }],
  renderHTML: () => ["p", 0],
})
const Words = Node.create({ name: "text", group: "inline" })

/** One line of words and variables; what is typed or pasted brings no formats along. */
export function lineExtensions(options: MergeTagOptions): Extensions {
  return [Line, Paragraph, Words, MergeTag.configure(options)]
}

/** `Hello {{ contact.firstName }}` as tiptap holds it. */
export function lineToDoc(line: string): JSONContent {
  return { type: "doc", content: [{ type: "paragraph", content: lineToNodes(line) }] }
}

export function lineToNodes(line: string): JSONContent[] {
  return piecesOf(line.replace(/\s*[\r\n]+\s*/g, " ")).map((piece) =>
    "text" in piece ? { type: "text", text: piece.text } : { type: "mergeTag", attrs: piece },
  )
}

export function docToLine(doc: JSONContent): string {
  const nodes = doc.content?.[0]?.content ?? []
  return lineOf(
    nodes.map((node): LinePiece =>
      node.type === "mergeTag"
        ? { tag: String(node.attrs?.tag), fallback: (node.attrs?.fallback as string | null) ?? null }
        : { text: node.text ?? "" },
    ),
  )
}
