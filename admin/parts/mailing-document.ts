import type { BlockV1 as Block, MailingDocumentV1 as MailingDocument } from "../../src/core/templates/document-v1"

export type { Block, MailingDocument }
export type BlockType = Block["type"]
export type DocumentKind = MailingDocument["kind"]

/** What the form offers; columns come only with a template, and may then be moved and removed. */
export const BLOCK_TYPES = ["heading", "text", "picture", "button", "divider", "spacer", "html"] as const
export const DOCUMENT_KINDS = ["blocks", "html", "text"] as const

/** A draft that nobody has written yet is `{}`. */
export function kindOf(document: Partial<MailingDocument>): DocumentKind {
  return document.kind ?? "blocks"
}

export function emptyDocument(kind: DocumentKind): MailingDocument {
  if (kind === "html") return { kind, html: "" }
  if (kind === "text") return { kind, text: "" }
  return { kind, blocks: [] }
}

export function isEmpty(document: MailingDocument): boolean {
  if (document.kind === "html") return !document.html.trim()
  if (document.kind === "text") return !document.text.trim()
  return !document.blocks?.length
}

export function newBlock(type: (typeof BLOCK_TYPES)[number]): Block {
  switch (type) {
    case "heading":
      return { type, text: "", level: 1 }
    case "text":
      return { type, text: "" }
    case "picture":
      return { type, url: "", alt: "", link: null }
    case "button":
      return { type, label: "", url: "" }
    case "divider":
      return { type }
    case "spacer":
      return { type, height: 24 }
    case "html":
      return { type, html: "" }
  }
}

/** A list with one element one place up or down; unchanged at the ends. */
export function moved<T>(list: T[], from: number, by: -1 | 1): T[] {
  const to = from + by
  if (to < 0 || to >= list.length) return list
  const next = [...list]
  next.splice(to, 0, ...next.splice(from, 1))
  return next
}
