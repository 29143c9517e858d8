export type Inline =
  | { kind: "text"; text: string }
  | { kind: "break" }
  | { kind: "bold"; children: Inline[] }
  | { kind: "italic"; children: Inline[] }
  | { kind: "link"; url: string; children: Inline[] }

export type RichBlock =
  { kind: "paragraph"; children: Inline[] } | { kind: "list"; isOrdered: boolean; items: Inline[][] }

const BULLET = /^\s*[-*•]\s+/
const NUMBER = /^\s*\d{1,3}[.)]\s+/
// Link, bold, italic, bare address, in this order; each non-greedy and on one line.
const MARK =
  /\[([^\]\n]+)\]\(([^()\s]+)\)|\*\*(?=\S)([^\n]+?)(?<=\S)\*\*(?!\*)|(?<![\w*])[*_]([^*_\s\n][^\n]*?)[*_](?![\w*])|(https?:\/\/[^\s<>"')\]]+[^\s<>"')\].,;:!?])/

/**
 * The few marks of a text block: blank lines part paragraphs, `**bold**`, `*italic*`, `[label](address)`, bare
 * addresses, lines that begin with `- ` or `1. `. The result is a tree, never HTML: nothing in it needs sanitising.
 */
export function parseRichText(text: string): RichBlock[] {
  return text
    .replace(/\r\n?/g, "\n")
    .split(/\n[ \t]*\n+/)
    .filter((part) => part.trim() !== "")
    .flatMap(blocksOf)
}

/** A list may follow its introducing line without a blank line between. */
function blocksOf(part: string): RichBlock[] {
  const blocks: RichBlock[] = []
  for (const line of part.split("\n")) {
    const mark = BULLET.test(line) ? BULLET : NUMBER.test(line) ? NUMBER : null
    const last = blocks[blocks.length - 1]
    if (!mark) {
      if (last?.kind === "paragraph") last.children.push({ kind: "break" }, ...parseInline(line))
      else blocks.push({ kind: "paragraph", children: parseInline(line) })
      continue
    }
    const isOrdered = mark === NUMBER
    const item = parseInline(line.replace(mark, ""))
    if (last?.kind === "list" && last.isOrdered === isOrdered) last.items.push(item)
    else blocks.push({ kind: "list", isOrdered, items: [item] })
  }
  return blocks
}

export function parseInline(text: string): Inline[] {
  const found = MARK.exec(text)
  if (!found) return text ? [{ kind: "text", text }] : []
  const [whole, label, address, bold, italic, bare] = found
  const before = text.slice(0, found.index)
  const node: Inline = address
    ? { kind: "link", url: address, children: parseInline(label!) }
    : bold
      ? { kind: "bold", children: parseInline(bold) }
      : italic
        ? { kind: "italic", children: parseInline(italic) }
        : { kind: "link", url: bare!, children: [{ kind: "text", text: bare! }] }
  return [
    ...(before ? [{ kind: "text" as const, text: before }] : []),
    node,
    ...parseInline(text.slice(found.index + whole.length)),
  ]
}
