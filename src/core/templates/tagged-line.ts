import { formatOf } from "./tag-catalogue"

export type LinePiece = { text: string } | { tag: string; fallback: string | null }

/** A merge tag as Liquid: formatted by its kind, with what to print when there is nothing. */
export function tagLiquid(tag: string, fallback: string | null): string {
  const instead = fallback ? ` | default: ${quoted(fallback)}` : ""
  const format = formatOf(tag)
  switch (format.type) {
    case "money":
      return `{{ ${tag} | money: ${format.currency}${instead} }}`
    case "date":
      return `{{ ${tag} | date${instead} }}`
    case "datetime":
      return `{{ ${tag} | date: 'datetime'${instead} }}`
    case "list":
      return `{{ ${tag} | join: ', '${instead} }}`
    case "field":
      return `{{ ${tag} | field${instead} }}`
    case "lines":
      // Last, because it prints markup of its own.
      return `{{ ${tag}${instead} | newline_to_br }}`
    default:
      return `{{ ${tag}${instead} }}`
  }
}

/** Liquid has no escapes in strings: the quotes that are not in it, else typographic ones; braces never close the tag. */
function quoted(text: string): string {
  const safe = text
    .replace(/\}\}/g, "} }")
    .replace(/%\}/g, "% }")
    .replace(/[\r\n]+/g, " ")
  return safe.includes('"') ? `'${safe.replace(/'/g, "’")}'` : `"${safe}"`
}

const OUTPUT = /\{\{-?\s*([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)\s*((?:\|[^}]*)?)-?\}\}/g
const DEFAULT = /\|\s*default:\s*(?:"([^"]*)"|'([^']*)')/

/**
 * `Hello {{ contact.firstName | default: "friend" }}` taken apart for chips; Liquid that says more than a tag does stays
 * text. `lineOf(piecesOf(line))` means the same as `line`.
 */
export function piecesOf(line: string): LinePiece[] {
  const pieces: LinePiece[] = []
  let at = 0
  for (const match of line.matchAll(OUTPUT)) {
    const [whole, tag, filters] = match
    const found = DEFAULT.exec(filters!)
    const fallback = found ? (found[1] ?? found[2] ?? null) : null
    if (!isPlainly(whole, tag!, fallback)) continue
    if (match.index > at) pieces.push({ text: line.slice(at, match.index) })
    pieces.push({ tag: tag!, fallback: fallback || null })
    at = match.index + whole.length
  }
  if (at < line.length) pieces.push({ text: line.slice(at) })
  return pieces
}

export function lineOf(pieces: LinePiece[]): string {
  return pieces.map((piece) => ("text" in piece ? piece.text : tagLiquid(piece.tag, piece.fallback))).join("")
}

/** Whether it is what the tag would be written as; the format may be left out where there is none. */
function isPlainly(written: string, tag: string, fallback: string | null): boolean {
  return bare(written) === bare(tagLiquid(tag, fallback))
}

const bare = (liquid: string): string =>
  liquid
    .replace(/^\{\{-|-\}\}$/g, "")
    .replace(/[\s{}]/g, "")
    .replace(/"/g, "'")
