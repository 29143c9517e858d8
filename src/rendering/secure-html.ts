import { Tokenizer } from "htmlparser2"
import { CompileError } from "./compile-error"
import { coverLiquid, piecesBetween, withFilter, type LiquidPiece } from "./liquid-pieces"
import { LinkTable } from "./link-table"
import { decodeEntities, secureAddress } from "./secure-address"

const REFUSED_ELEMENTS = new Set([
  "script",
  "iframe",
  "frame",
  "object",
  "embed",
  "applet",
  "base",
  "form",
  "svg",
  "math",
])
const ADDRESS_ATTRIBUTES = new Set([
  "href",
  "src",
  "background",
  "action",
  "formaction",
  "poster",
  "cite",
  "longdesc",
  "xlink:href",
])
const REFUSED_ATTRIBUTES = new Set(["srcdoc", "ping"])
const DANGEROUS_STYLE = /expression\s*\(|javascript:|vbscript:|-moz-binding|behavior\s*:/i

type Edit = { start: number; end: number; text: string }
type Attribute = { name: string; start: number; end: number; isQuoted: boolean }

/**
 * Once, at compile time: reads the HTML with a tokenizer (a tree builder would move `{% for %}` out of its table),
 * knows of every `{{ … }}` the place it stands in, and writes the escaping of that place and the links' indexes into
 * the Liquid. Everything else stays byte for byte. Throws a CompileError for what no mail may carry.
 */
export function secureHtml(source: string): { html: string; links: string[] } {
  const { covered, pieces } = coverLiquid(source)
  const links = new LinkTable()
  const edits = scan({ source, covered, pieces, links, start: 0, end: source.length })
  return { html: applyEdits(source, edits), links: links.targets }
}

type Scan = { source: string; covered: string; pieces: LiquidPiece[]; links: LinkTable; start: number; end: number }

function scan({ source, covered, pieces, links, start: base, end: limit }: Scan): Edit[] {
  const edits: Edit[] = []
  let element = ""
  let attributes: Attribute[] = []
  let attribute: Attribute | undefined
  const piecesIn = (start: number, end: number) => piecesBetween(pieces, start, end)
  const refuse = (at: number, detail: string): never => {
    throw new CompileError(detail, lineOf(source, at))
  }
  const refuseLiquid = (start: number, end: number, where: string, kind?: LiquidPiece["kind"]) => {
    const found = piecesIn(start, end).find((piece) => kind === undefined || piece.kind === kind)
    if (found) refuse(found.start, `${found.text} cannot stand in ${where}.`)
  }
  /** `<td{% if x %} …`, `{% if x %}href`, `checked{% endif %}`: a condition around a name; inside, it would hide the name. */
  const nameIn = (from: number, to: number, where: string): string => {
    refuseLiquid(from, to, where, "output")
    const name = covered.slice(from, to).replace(/^\uE000+|\uE000+$/g, "")
    if (name.includes("\uE000")) refuseLiquid(from, to, where)
    return name.toLowerCase()
  }
  const closeElement = () => {
    for (const one of attributes) edits.push(...secureAttribute(one))
    attributes = []
  }
  const secureAttribute = (one: Attribute): Edit[] => {
    const value = source.slice(one.start, one.end)
    const inside = piecesIn(one.start, one.end)
    if (one.name.startsWith("on") || REFUSED_ATTRIBUTES.has(one.name))
      refuse(one.start, `The attribute ${one.name} of <${element}> is not allowed in a mail.`)
    if (inside.length > 0 && !one.isQuoted)
      refuse(one.start, `Put the value of ${one.name} in quotes: ${value} would fall apart.`)
    if (one.name === "style") return secureStyle(one.start, value, inside)
    if (one.name === "srcset") refuseLiquid(one.start, one.end, "srcset", "output")
    if (element === "meta" && /^\s*refresh/i.test(decodeEntities(value)))
      refuse(one.start, `<meta http-equiv="refresh"> is not allowed.`)
    if (!ADDRESS_ATTRIBUTES.has(one.name)) return []
    const isUntracked = attributes.some(({ name }) => name === "data-no-track")
    const text = secureAddress({
      element,
      attribute: one.name,
      value,
      isUntracked,
      links,
      fail: (detail) => refuse(one.start, detail),
    })
    return text === value ? [] : [{ start: one.start, end: one.end, text }]
  }
  const secureStyle = (start: number, value: string, inside: LiquidPiece[]): Edit[] => {
    if (DANGEROUS_STYLE.test(value)) refuse(start, `This style could run code: ${value.slice(0, 80)}`)
    return inside
      .filter(({ kind }) => kind === "output")
      .map((piece) => ({ start: piece.start, end: piece.end, text: withFilter(piece.text, "place_css") }))
  }
  const tokenizer = new Tokenizer(
    { decodeEntities: false },
    {
      onopentagname(from, to) {
        element = nameIn(base + from, base + to, "the name of a tag")
        if (REFUSED_ELEMENTS.has(element)) refuse(base + from, `<${element}> is not allowed in a mail.`)
      },
      onattribname(from, to) {
        attribute = {
          name: nameIn(base + from, base + to, "the name of an attribute"),
          start: 0,
          end: 0,
          isQuoted: true,
        }
      },
      onattribdata(from, to) {
        if (!attribute) return
        attribute.start ||= base + from
        attribute.end = base + to
      },
      onattribentity: () => undefined,
      onattribend(quote) {
        if (attribute) attributes.push({ ...attribute, isQuoted: quote >= 2 })
        attribute = undefined
      },
      onopentagend: closeElement,
      onselfclosingtag: closeElement,
      onclosetag() {
        element = ""
      },
      ontext(from, to) {
        // What stands right after "<" would be the name of an element, or hide it.
        const glued = /<\/?\uE000/.exec(covered.slice(base + from, base + to))
        if (glued) refuseLiquid(base + from + glued.index, limit, "the name of a tag")
        if (element !== "style") return
        edits.push(...secureStyle(base + from, source.slice(base + from, base + to), piecesIn(base + from, base + to)))
      },
      ontextentity: () => undefined,
      oncomment(from, to, endOffset) {
        // Outlook reads the inside of `<!--[if mso]> … <![endif]-->`.
        if (!/^\[if /i.test(covered.slice(base + from, base + to - endOffset))) return
        edits.push(...scan({ source, covered, pieces, links, start: base + from, end: base + to - endOffset }))
      },
      oncdata: () => undefined,
      ondeclaration: () => undefined,
      onprocessinginstruction: () => undefined,
      onend: () => undefined,
    },
  )
  tokenizer.write(covered.slice(base, limit))
  tokenizer.end()
  return edits
}

function applyEdits(source: string, edits: Edit[]): string {
  let html = ""
  let at = 0
  for (const { start, end, text } of [...edits].sort((a, b) => a.start - b.start)) {
    html += source.slice(at, start) + text
    at = end
  }
  return html + source.slice(at)
}

function lineOf(source: string, at: number): number {
  return source.slice(0, at).split("\n").length
}
