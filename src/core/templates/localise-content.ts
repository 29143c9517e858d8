import type { Block, BlockWords, BlocksDocument, LeafBlock, MailContent, MailDocument } from "./document"
import { localeFallbacks } from "./locales"
import { hasWords, type RichContent } from "./rich-content"

/** "This comes from en": a place that the asked language does not say. */
export type Fallback = { block: string | null; field: string; from: string }

export type LocalisedContent = {
  subject: string
  preheader: string
  plain: string | null
  body: { kind: "blocks"; blocks: Block[] } | { kind: "html"; html: string } | { kind: "text"; text: string }
  fallbacks: Fallback[]
}

type Lines = { subject?: string; preheader?: string; plain?: string | null }

/**
 * The content in one language, field by field: de-AT, de, the document's own. `shopLocale` is the language of a
 * document that names none.
 */
export function localiseContent(content: MailContent, locale: string, shopLocale: string): LocalisedContent {
  const { document } = content
  const own = document.locale ?? shopLocale
  const tags = localeFallbacks(locale)
    .slice(0, -1)
    .filter((tag) => languageOf(tag) === languageOf(locale))
  const isOwn = languageOf(own) === languageOf(locale)
  const chain = [...new Set([...tags, languageOf(locale)])]
  const fallbacks: Fallback[] = []
  const pick = <T>(
    block: string | null,
    field: string,
    values: (T | undefined)[],
    written: T,
    isEmpty: (value: T) => boolean,
  ): T => {
    const found = values.find((value): value is T => value !== undefined && !isEmpty(value))
    if (found !== undefined) return found
    if (!isOwn && !isEmpty(written)) fallbacks.push({ block, field, from: own })
    return written
  }
  const translations = chain.map((tag) => (document.translations as Record<string, Lines | undefined>)[tag])
  const line = (field: "subject" | "preheader") =>
    pick(
      null,
      field,
      translations.map((one) => one?.[field]),
      content[field],
      isBlank,
    )
  // A text part of the author's own belongs to its language; in another one it is made of that HTML.
  const plain =
    translations.map((one) => one?.plain).find(Boolean) ?? (isOwn || hasNone(translations) ? document.plain : null)
  return {
    subject: line("subject"),
    preheader: line("preheader"),
    plain,
    body: bodyOf(document, chain, pick),
    fallbacks,
  }
}

type Pick = <T>(
  block: string | null,
  field: string,
  values: (T | undefined)[],
  written: T,
  isEmpty: (value: T) => boolean,
) => T

function bodyOf(document: MailDocument, chain: string[], pick: Pick): LocalisedContent["body"] {
  if (document.kind === "html") {
    const values = chain.map((tag) => document.translations[tag]?.html)
    return { kind: "html", html: pick(null, "html", values, document.html, isBlank) }
  }
  if (document.kind === "text") {
    const values = chain.map((tag) => document.translations[tag]?.text)
    return { kind: "text", text: pick(null, "text", values, document.text, isBlank) }
  }
  return { kind: "blocks", blocks: document.blocks.map((block) => localisedBlock(block, document, chain, pick)) }
}

function localisedBlock<B extends Block | LeafBlock>(
  block: B,
  document: BlocksDocument,
  chain: string[],
  pick: Pick,
): B {
  if (block.type === "columns") {
    const columns = block.columns.map((leaves) => leaves.map((leaf) => localisedBlock(leaf, document, chain, pick)))
    return { ...block, columns }
  }
  const translations = chain.map((tag) => document.translations[tag]?.blocks[block.id])
  const fields = WORDS[block.type] ?? []
  const words: Record<string, unknown> = {}
  const written = block as unknown as Record<string, unknown>
  for (const { field, isSpoken } of fields) {
    const values = translations.map((one) => one?.[field] as unknown)
    const found = values.find((value) => value !== undefined && !isNothing(value))
    words[field] = found ?? (isSpoken ? pick(block.id, field, [], written[field], isNothing) : written[field])
  }
  return { ...block, ...words }
}

type WordField = { field: keyof BlockWords; isSpoken: boolean }
const spoken = (...fields: (keyof BlockWords)[]): WordField[] => fields.map((field) => ({ field, isSpoken: true }))
const also = (...fields: (keyof BlockWords)[]): WordField[] => fields.map((field) => ({ field, isSpoken: false }))

/** Which fields of a block a language may say by itself; of those not spoken nobody misses a translation. */
const WORDS: Partial<Record<Block["type"], WordField[]>> = {
  heading: spoken("content"),
  text: spoken("content"),
  picture: [...spoken("alt"), ...also("url", "link")],
  button: [...spoken("label"), ...also("url")],
  products: spoken("buttonLabel"),
  amount: spoken("label"),
  tracking: spoken("buttonLabel"),
  coupon: [...spoken("title", "label", "note"), ...also("code")],
  html: spoken("html"),
  footer: spoken("reason"),
}

/** The fields of this block that a translation may hold. */
export function wordFieldsOf(type: Block["type"]): (keyof BlockWords)[] {
  return (WORDS[type] ?? []).map(({ field }) => field)
}

/** Languages that the content speaks, its own first. */
export function localesOf(document: MailDocument, shopLocale: string): string[] {
  return [...new Set([document.locale ?? shopLocale, ...Object.keys(document.translations)])]
}

export const languageOf = (tag: string): string => tag.toLowerCase().split(/[-_]/)[0]!
const isBlank = (text: string): boolean => text.trim() === ""
const hasNone = (translations: (Lines | undefined)[]): boolean => translations.every((one) => one === undefined)

function isNothing(value: unknown): boolean {
  if (value === null || value === undefined) return true
  return typeof value === "string" ? isBlank(value) : !hasWords(value as RichContent)
}
