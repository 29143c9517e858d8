import { Parser } from "htmlparser2"

const COVER = /\{\{[^]*?\}\}|\{%[^]*?%\}/g
const TAG_OPEN = "\uE000"
const OUTPUT_OPEN = "\uE002"
const CLOSE = "\uE001"
const BLOCKS = new Set(["p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol", "blockquote", "section"])
const TIGHT_BLOCKS = new Set(["tr", "li", "div"])
const SILENT = new Set(["head", "style", "script", "title"])

/**
 * The second Liquid: the same mail for readers of plain text, made from the HTML's structure at compile time.
 * `data-plain` on an element says how it reads: `skip`, `row` (cells on one line), `inline`, `button`, `label`.
 */
export function plainTextOf(html: string): string {
  const pieces: string[] = []
  const covered = html.replace(COVER, (piece) => {
    pieces.push(piece)
    return (piece.startsWith("{{") ? OUTPUT_OPEN : TAG_OPEN) + (pieces.length - 1) + CLOSE
  })
  const writer = new Writer((text) => text.replace(/[\uE000\uE002](\d+)\uE001/g, (_, index) => pieces[Number(index)]!))
  const parser = new Parser(
    {
      onopentag: (name, attributes) => writer.open(name, attributes),
      onclosetag: (name) => writer.close(name),
      ontext: (text) => writer.text(text),
    },
    { decodeEntities: true },
  )
  parser.end(covered)
  return writer.finish()
}

type Open = { name: string; plain: string | undefined; href: string | undefined; from: number }

class Writer {
  private out = ""
  private readonly stack: Open[] = []
  private skipping = 0

  constructor(private readonly uncover: (text: string) => string) {}

  open(name: string, attributes: Record<string, string>): void {
    const plain = attributes["data-plain"]
    if (SILENT.has(name) || plain === "skip") this.skipping++
    this.stack.push({ name, plain, href: attributes.href, from: this.out.length })
    if (this.skipping > 0) return
    if (name === "br") this.out += this.isInRow() ? " " : "\n"
    else if (name === "hr") this.break(2, "-".repeat(40))
    else if (name === "td" || name === "th") this.separateCell()
    else if (plain === "inline" || (this.isInRow() && name === "div")) this.separateInline()
    else if (BLOCKS.has(name) || TIGHT_BLOCKS.has(name)) this.break(TIGHT_BLOCKS.has(name) ? 1 : 2)
    if (name === "li") this.out += "- "
  }

  close(name: string): void {
    const opened = this.stack.pop()
    if (!opened) return
    if (SILENT.has(name) || opened.plain === "skip") {
      this.skipping--
      return
    }
    if (this.skipping > 0) return
    if (name === "a") this.closeLink(opened)
    if (name === "hr") this.break(2)
    if (opened.plain === "inline" || (this.isInRow() && name === "div")) return
    if (BLOCKS.has(name) || TIGHT_BLOCKS.has(name)) this.break(TIGHT_BLOCKS.has(name) ? 1 : 2)
  }

  text(raw: string): void {
    if (this.skipping > 0) return
    const text = raw.replace(/[\u200b\u200c]/g, "").replace(/\s+/g, " ")
    const before = this.out[endWithoutTags(this.out) - 1]
    const isAtStart = before === undefined || /\s/.test(before)
    this.out += isAtStart ? text.replace(/^ /, "") : text
  }

  finish(): string {
    const empty = /\{% if [^%]*%\}\s*(?:\{% else %\}\s*)?\{% endif %\}/g
    let text = this.uncover(this.out).replace(/[ \t]+\n/g, "\n")
    while (empty.test(text)) text = text.replace(empty, "")
    return text.replace(/\n{3,}/g, "\n\n").trim() + "\n"
  }

  private isInRow(): boolean {
    return this.stack.some(({ plain }) => plain === "row")
  }

  /** At least so many line ends, looking through the tags of Liquid, which print nothing. */
  private break(lines: number, then = ""): void {
    const end = endWithoutTags(this.out)
    const tags = this.out.slice(end)
    const before = this.out.slice(0, endWithout(this.out, end, " \t"))
    const present = before.length - endWithout(before, before.length, "\n")
    const missing = before === "" ? 0 : Math.max(0, lines - present)
    this.out = before + tags + "\n".repeat(missing) + then
  }

  private separateCell(): void {
    const row = [...this.stack].reverse().find(({ plain }) => plain === "row")
    if (!row) this.break(2)
    else if (this.hasTextSince(row.from)) this.out += "  "
  }

  private separateInline(): void {
    const row = [...this.stack].reverse().find(({ plain }) => plain === "row")
    if (!row || this.hasTextSince(row.from)) this.out += " · "
  }

  private hasTextSince(from: number): boolean {
    return /\S/.test(this.out.slice(from).replace(/\uE000\d+\uE001/g, ""))
  }

  private closeLink({ href, from, plain }: Open): void {
    if (!href || plain === "label" || href.startsWith("#")) return
    const label = this.out.slice(from).trim()
    const isButton = this.stack.some((open) => open.plain === "button")
    if (label === href || `mailto:${label}` === href || `tel:${label}` === href) return
    this.out = label ? `${this.out.trimEnd()}:${isButton ? "\n" : " "}${href}` : `${this.out}${href}`
  }
}

/**
 * Where the text ends before the tags of Liquid that stand last, which print nothing. Backwards and by hand: a regular
 * expression would read the whole text again for every element, eleven seconds for 100 kB.
 */
function endWithoutTags(text: string): number {
  let end = text.length
  while (text[end - 1] === CLOSE) {
    let at = end - 2
    while (text[at]! >= "0" && text[at]! <= "9") at -= 1
    if (text[at] !== TAG_OPEN) return end
    end = at
  }
  return end
}

function endWithout(text: string, end: number, characters: string): number {
  let at = end
  while (at > 0 && characters.includes(text[at - 1]!)) at -= 1
  return at
}
