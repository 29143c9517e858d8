import type { BuiltinKey } from "./contexts"
import { contrast } from "./colors"
import { documentProblems } from "./document-problems"
import { allBlocks, type Block, type LeafBlock, type MailContent } from "./document"
import { localesOf, localiseContent } from "./localise-content"
import { hasWords, type RichContent, type RichInline } from "./rich-content"
import { safeUrl } from "./safe-url"
import { sampleContexts, sampleOccasions } from "./samples"
import { catalogueOf, fieldTags, isComposed, type ContentFor } from "./tag-catalogue"

/** What is wrong with a content, where, and the words to say it with (admin/texts, `lint.<key>`). */
export type Finding = {
  key: string
  severity: "error" | "warning"
  block: string | null
  field: string | null
  /** Null: in the language of the document itself. */
  locale: string | null
  values: Record<string, string | number>
}

type Place = Pick<Finding, "block" | "field">
type Report = (key: string, severity: Finding["severity"], place: Place, values?: Finding["values"]) => void

export type LintInput = {
  content: MailContent
  for: ContentFor
  class: "tx" | "marketing" | "system"
  shopLocale: string
  /** The merchant's own fields of a contact that there are. */
  fields?: Parameters<typeof fieldTags>[0]
}

/**
 * What can be seen without making the mail: addresses, alt texts, colours, variables, conditions, and what a service mail
 * may not hold. A finding of a translation that its own language has as well is told once.
 */
export function lintContent(input: LintInput): Finding[] {
  const { content, shopLocale } = input
  const [own, ...others] = localesOf(content.document, shopLocale)
  const findings = lintLocale(input, own!, null)
  const told = new Set(findings.map(nameOf))
  for (const locale of others)
    findings.push(...lintLocale(input, locale, locale).filter((finding) => !told.has(nameOf(finding))))
  return findings
}

const nameOf = ({ key, block, field, values }: Finding): string => JSON.stringify([key, block, field, values])

function lintLocale(input: LintInput, asked: string, locale: string | null): Finding[] {
  const findings: Finding[] = []
  const report: Report = (key, severity, { block, field }, values = {}) =>
    findings.push({ key, severity, block, field, locale, values })
  const { subject, preheader, body, plain } = localiseContent(input.content, asked, input.shopLocale)
  const known = knownPaths(input)
  const liquid = (text: string, place: Place) => lintVariables(text, known, place, report)
  const whole = (field: string): Place => ({ block: null, field })
  if (!subject.trim()) report("empty_subject", "error", whole("subject"))
  liquid(subject, whole("subject"))
  liquid(preheader, whole("preheader"))
  if (plain) liquid(plain, whole("plain"))
  if (body.kind !== "blocks") {
    const text = body.kind === "html" ? body.html : body.text
    liquid(text, whole(body.kind))
    if (!text.trim()) report("empty", "error", whole(body.kind))
    if (body.kind === "html" && input.class === "marketing" && !/\{\{-?\s*unsubscribeUrl\b/.test(text))
      report("no_unsubscribe", "warning", whole("html"))
    return findings
  }
  if (locale === null && isEmpty(input.content)) report("empty", "error", whole("blocks"))
  for (const block of allBlocks(body.blocks)) lintBlock(block, input, report, liquid)
  return findings
}

function isEmpty({ document }: MailContent): boolean {
  return documentProblems(document).some(({ problem }) => problem === "empty")
}

type Liquid = (text: string, place: Place) => void

function lintBlock(block: Block | LeafBlock, input: LintInput, report: Report, liquid: Liquid): void {
  const at = (field: string | null): Place => ({ block: block.id, field })
  const link = (address: string, field: string) => {
    liquid(address, at(field))
    if (isBadLink(address)) report("bad_link", "error", at(field), { address: address.slice(0, 120) })
  }
  if (block.condition && !catalogueOf(input.for).facts.includes(block.condition.fact))
    report("unknown_fact", "error", at("condition"), { fact: block.condition.fact })
  if (input.class !== "marketing" && isPromotional(block))
    report("promotional_block", "error", at(null), { type: block.type })
  switch (block.type) {
    case "heading":
    case "text":
      return lintWords(block, at("content"), report, liquid, link)
    case "picture":
      if (!block.url) report("missing_picture", "warning", at("url"))
      else if (!block.alt.trim() && !block.isDecorative) report("missing_alt", "warning", at("alt"))
      if (block.url) link(block.url, "url")
      if (block.link) link(block.link, "link")
      return liquid(block.alt, at("alt"))
    case "button":
      if (!block.label.trim()) report("empty_label", "warning", at("label"))
      if (!block.url.trim()) report("empty_link", "warning", at("url"))
      else link(block.url, "url")
      return liquid(block.label, at("label"))
    case "products":
      return lintProducts(block, input.for, at("source"), report)
    case "coupon":
      if (!block.code.trim()) report("empty_label", "warning", at("code"))
      for (const field of ["title", "label", "code", "note"] as const) liquid(block[field], at(field))
      return
    case "poll":
      if (!block.pollId) report("no_poll", "warning", at("pollId"))
      return
    case "html":
      return liquid(block.html, at("html"))
    case "footer":
      return liquid(block.reason, at("reason"))
  }
}

function lintProducts(block: Extract<Block, { type: "products" }>, of: ContentFor, place: Place, report: Report): void {
  const { source, productIds, categoryId } = block
  if ((source === "picked" && productIds.length === 0) || (source === "category" && !categoryId))
    report("no_products", "warning", place)
  else if (!catalogueOf(of).productSources.includes(source)) report("no_products", "error", place)
}

function lintWords(
  block: Extract<Block, { type: "heading" | "text" }>,
  place: Place,
  report: Report,
  liquid: Liquid,
  link: (address: string, field: string) => void,
): void {
  if (!hasWords(block.content)) return
  const background = block.background ?? "#ffffff"
  const needed = block.type === "heading" ? 3 : 4.5
  for (const node of inlinesOf(block.content)) {
    if (node.type === "text") liquid(node.text, place)
    if (node.type === "mergeTag") liquid(`{{ ${node.attrs.tag} }}`, place)
    for (const mark of node.marks ?? []) {
      if (mark.type === "link" && mark.attrs.href) link(mark.attrs.href, "content")
      if (mark.type === "link" && !mark.attrs.href) report("empty_link", "warning", place)
      const color = mark.type === "textStyle" ? mark.attrs.color : null
      const ratio = color ? Math.round(contrast(color, background) * 10) / 10 : 21
      if (ratio < needed) report("low_contrast", "warning", place, { ratio, needed })
    }
  }
}

function inlinesOf(content: RichContent): RichInline[] {
  const of = (node: unknown): RichInline[] => {
    const { type, content: children = [] } = node as { type: string; content?: unknown[] }
    return type === "text" || type === "hardBreak" || type === "mergeTag" ? [node as RichInline] : children.flatMap(of)
  }
  return content.content.flatMap(of)
}

/** Recommendations, coupons and questions make a service mail advertising (EU); a gift card's code is what was bought. */
function isPromotional(block: Block | LeafBlock): boolean {
  if (block.type === "products") return block.source !== "cart" && block.source !== "order"
  if (block.type === "poll") return true
  return block.type === "coupon" && !/\{\{-?\s*giftCard\.code\b/.test(block.code)
}

/** No network: the form alone. An address that begins with a variable is known only when the mail is made. */
function isBadLink(address: string): boolean {
  const fixed = address.replace(/\{\{[^]*?\}\}|\{%[^]*?%\}/g, "x")
  if (/^\s*(\{\{|\{%)/.test(address)) return false
  if (safeUrl(fixed) === null) return true
  return /^https?:/i.test(fixed.trim()) && (!URL.canParse(fixed.trim()) || !hasHost(fixed.trim()))
}

function hasHost(address: string): boolean {
  const { hostname } = new URL(address)
  return hostname === "localhost" || hostname.includes(".") || hostname.startsWith("[")
}

const OUTPUT = /\{\{-?\s*([A-Za-z_][\w.]*)/g
const IN_TAG = /\{%-?\s*(?:if|elsif|unless|case)\s+([A-Za-z_][\w.]*)|\{%-?\s*for\s+(\w+)\s+in\s+([A-Za-z_][\w.]*)/g
const MADE = /\{%-?\s*(?:assign|capture|for)\s+(\w+)/g
const WORDS = new Set(["true", "false", "nil", "null", "blank", "empty", "not", "forloop"])

function lintVariables(text: string, known: Set<string>, place: Place, report: Report): void {
  if (!text.includes("{")) return
  const made = new Set([...text.matchAll(MADE)].map((match) => match[1]!))
  const used = [
    ...[...text.matchAll(OUTPUT)].map((match) => match[1]!),
    ...[...text.matchAll(IN_TAG)].flatMap((match) => [match[1], match[3]].filter((one) => one !== undefined)),
  ]
  for (const name of new Set(used)) {
    const path = name.replace(/\.(size|first|last)$/, "")
    const [root] = path.split(".")
    if (!known.has(path) && !made.has(root!) && !WORDS.has(root!))
      report("unknown_variable", "warning", place, { name })
  }
}

const ALWAYS = [
  "shop",
  "shop.name",
  "shop.url",
  "shop.postalAddress",
  "unsubscribeUrl",
  "preferencesUrl",
  "viewUrl",
  "products",
]
const OF_NEWSLETTERS = {
  contact: { firstName: "", lastName: "", email: "", first_name: "", last_name: "" },
  mailing: { name: "" },
}

/** Every path that the message of such a mail has, as its sample shows it. */
function knownPaths({ for: of, fields = [] }: LintInput): Set<string> {
  const sample = sampleOf(of)
  const tags = [...catalogueOf(of).tags, ...(isComposed(of) ? fieldTags(fields) : [])]
  return new Set([...ALWAYS, ...tags.map(({ tag }) => tag), ...pathsOf(sample, "")])
}

function sampleOf(of: ContentFor): unknown {
  if (of === "automation") return { ...OF_NEWSLETTERS, ...sampleOccasions("en") }
  return isComposed(of) ? OF_NEWSLETTERS : sampleContexts("en")[of as BuiltinKey]
}

function pathsOf(value: unknown, prefix: string): string[] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return []
  return Object.entries(value).flatMap(([key, one]) => [`${prefix}${key}`, ...pathsOf(one, `${prefix}${key}.`)])
}
