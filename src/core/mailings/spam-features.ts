import { allBlocks, type Block, type LeafBlock, type MailContent } from "../templates/document"
import { localiseContent } from "../templates/localise-content"
import type { RichContent, RichInline } from "../templates/rich-content"

/** What spam filters look at in a mail, as far as its author decides it. */
export type SpamFeatures = {
  subject: string
  /** What is to be read, without markup. */
  text: string
  pictures: number
  /** Products bring their titles and prices: nobody sends a grid of them as one picture. */
  products: number
  links: { url: string; label: string }[]
}

/** Of what is written, in one language. Variables are left out: they are other words for each reader. */
export function spamFeatures(content: MailContent, locale: string, shopLocale: string): SpamFeatures {
  const { subject, body } = localiseContent(content, locale, shopLocale)
  const found: SpamFeatures = { subject: withoutLiquid(subject), text: "", pictures: 0, products: 0, links: [] }
  if (body.kind === "html") addHtml(found, body.html)
  else if (body.kind === "text") addText(found, body.text)
  else for (const block of allBlocks(body.blocks)) addBlock(found, block)
  return { ...found, text: found.text.trim() }
}

/** A variable's place is kept, so that words on both sides of it stay apart. */
export const withoutLiquid = (text: string): string => text.replace(/\{%[^]*?%\}/g, " ").replace(/\{\{[^]*?\}\}/g, " ")

function addBlock(found: SpamFeatures, block: Block | LeafBlock): void {
  const say = (...texts: string[]) => (found.text += `${texts.map(withoutLiquid).join(" ")} `)
  switch (block.type) {
    case "heading":
    case "text":
      return addRich(found, block.content)
    case "picture":
      if (block.url) found.pictures += 1
      if (block.link) found.links.push({ url: block.link, label: "" })
      return
    case "button":
      say(block.label)
      found.links.push({ url: block.url, label: block.label })
      return
    case "products":
      found.products += block.source === "picked" ? block.productIds.length : block.count
      return
    case "coupon":
      say(block.title, block.label, block.note)
      return
    case "html":
      return addHtml(found, block.html)
  }
}

function addRich(found: SpamFeatures, { content }: RichContent): void {
  for (const node of inlinesOf(content)) {
    if (node.type !== "text") {
      found.text += " "
      continue
    }
    const text = withoutLiquid(node.text)
    found.text += text
    for (const mark of node.marks ?? [])
      if (mark.type === "link") found.links.push({ url: mark.attrs.href, label: text })
  }
  found.text += " "
}

function inlinesOf(nodes: unknown[]): RichInline[] {
  return nodes.flatMap((node) => {
    const { type, content = [] } = node as { type: string; content?: unknown[] }
    if (type === "text" || type === "hardBreak" || type === "mergeTag") return [node as RichInline]
    return [...inlinesOf(content), { type: "hardBreak" } satisfies RichInline]
  })
}

const NOT_READ = /<!--[^]*?-->|<(style|script|head|title)\b[^]*?<\/\1\s*>/gi
const LINK = /<a\b[^>]*?\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))[^>]*>([^]*?)<\/a\s*>/gi

function addHtml(found: SpamFeatures, html: string): void {
  const read = html.replace(NOT_READ, " ")
  found.pictures += read.match(/<img\b/gi)?.length ?? 0
  for (const [, quoted, single, bare, label] of read.matchAll(LINK))
    found.links.push({ url: quoted ?? single ?? bare ?? "", label: plain(label ?? "") })
  found.text += `${plain(read)} `
}

function addText(found: SpamFeatures, text: string): void {
  for (const [url] of text.matchAll(/https?:\/\/[^\s<>"')\]]+/g)) found.links.push({ url, label: "" })
  found.text += `${withoutLiquid(text)} `
}

const plain = (html: string): string =>
  withoutLiquid(html)
    .replace(/<[^>]*>/g, " ")
    .replace(/&nbsp;|&#160;/gi, " ")
    .replace(/&amp;/gi, "&")
    .replace(/\s+/g, " ")
    .trim()
