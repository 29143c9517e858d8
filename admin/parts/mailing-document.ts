/** One building block of a newsletter, and the kinds that the form offers. */
export type Block =
  | { type: "heading"; text: string }
  | { type: "text"; text: string }
  | { type: "picture"; url: string; alt: string; link: string | null }
  | { type: "button"; label: string; url: string }
  | { type: "divider" }
export type BlockType = Block["type"]
export const BLOCK_TYPES = ["heading", "text", "picture", "button", "divider"] as const

export type MailingDocument = { kind: "blocks"; blocks: Block[] } | { kind: "html"; html: string }

export function newBlock(type: BlockType): Block {
  switch (type) {
    case "heading":
      return { type, text: "" }
    case "text":
      return { type, text: "" }
    case "picture":
      return { type, url: "", alt: "", link: null }
    case "button":
      return { type, label: "", url: "" }
    case "divider":
      return { type }
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
