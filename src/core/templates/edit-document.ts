import { duplicateBlock, findBlock, removeBlock } from "./block-tree"
import { allBlocks, type Block, type BlocksDocument, type BlockWords, type MailContent } from "./document"

type WordField = keyof BlockWords

/** What of each block is words, and so may differ by language. */
const WORD_FIELDS: { [Type in Block["type"]]: readonly WordField[] } = {
  logo: [],
  heading: ["content"],
  text: ["content"],
  picture: ["url", "alt", "link"],
  button: ["label", "url"],
  products: ["buttonLabel"],
  order: [],
  amount: ["label"],
  tracking: ["buttonLabel"],
  coupon: ["title", "code", "note"],
  divider: [],
  spacer: [],
  social: [],
  html: ["html"],
  columns: [],
  footer: ["reason"],
}

/** Addresses and codes are usually the same in all languages: they are offered, but nobody is asked to translate them. */
const SAME_IN_ALL = new Set<WordField>(["url", "link", "code"])

export function wordFieldsOf(type: Block["type"]): readonly WordField[] {
  return WORD_FIELDS[type]
}

/** The block as a reader of that language gets it: its own words as far as there are some, field by field. */
export function blockIn(document: BlocksDocument, block: Block, locale: string | null): Block {
  return { ...block, ...wordsIn(document, block.id, locale) } as Block
}

/** What the translation itself says of a block, without what it falls back on. */
export function ownWords(document: BlocksDocument, id: string, locale: string): BlockWords {
  return document.translations[locale]?.blocks[id] ?? {}
}

/** Changes words in one language; `undefined` gives a field back to the language it falls back on. */
export function setWords(document: BlocksDocument, locale: string, id: string, words: BlockWords): BlocksDocument {
  const translation = document.translations[locale] ?? { plain: null, blocks: {} }
  const { [id]: before, ...others } = translation.blocks
  const next = withoutUndefined({ ...before, ...words })
  const blocks = Object.keys(next).length > 0 ? { ...others, [id]: next } : others
  return { ...document, translations: { ...document.translations, [locale]: { ...translation, blocks } } }
}

/** With its words in all languages, so that an undone deletion brings them back, and a new block never inherits them. */
export function withoutBlock(document: BlocksDocument, id: string): BlocksDocument {
  const gone = new Set(inside(findBlock(document.blocks, id)))
  return changeTranslations({ ...document, blocks: removeBlock(document.blocks, id) }, (blocks) =>
    Object.fromEntries(Object.entries(blocks).filter(([one]) => !gone.has(one))),
  )
}

/** The copy says the same in every language. */
export function withCopy(document: BlocksDocument, id: string, newId: () => string) {
  const { blocks, copy } = duplicateBlock(document.blocks, id, newId)
  const from = inside(findBlock(document.blocks, id))
  const to = inside(copy)
  const copied = changeTranslations({ ...document, blocks }, (words) => ({
    ...words,
    ...Object.fromEntries(from.flatMap((one, at) => (words[one] && to[at] ? [[to[at], words[one]]] : []))),
  }))
  return { document: copied, id: copy?.id ?? null }
}

/** How many texts a language still lacks; null is the document's own language, which lacks none. */
export function missingTexts(content: MailContent, locale: string | null): number {
  if (locale === null) return 0
  const { document } = content
  const lines = document.translations[locale]
  const missing =
    Number(content.subject !== "" && !lines?.subject) + Number(content.preheader !== "" && !lines?.preheader)
  if (document.kind !== "blocks") return missing
  return allBlocks(document.blocks).reduce((sum, block) => sum + missingOf(document, block, locale).length, missing)
}

/** Subject or preheader as the language itself, or the one it belongs to, says it. */
function lineIn({ document }: MailContent, field: "subject" | "preheader", locale: string): string | undefined {
  const parent = parentOf(locale)
  return document.translations[locale]?.[field] ?? (parent ? document.translations[parent]?.[field] : undefined)
}

/** The fields of a block that read another language for want of own words. */
export function missingOf(document: BlocksDocument, block: Block, locale: string): WordField[] {
  const own = wordsIn(document, block.id, locale)
  return WORD_FIELDS[block.type].filter(
    (field) => !SAME_IN_ALL.has(field) && own[field] === undefined && hasWords((block as BlockWords)[field]),
  )
}

function wordsIn(document: BlocksDocument, id: string, locale: string | null): BlockWords {
  if (locale === null) return {}
  return { ...wordsIn(document, id, parentOf(locale)), ...ownWords(document, id, locale) }
}

/** `de-AT` → `de` → none. */
function parentOf(locale: string): string | null {
  return locale.includes("-") ? locale.slice(0, locale.lastIndexOf("-")) : null
}

function hasWords(value: BlockWords[WordField]): boolean {
  if (typeof value === "string") return value.trim() !== ""
  return (value?.content.length ?? 0) > 0
}

function inside(block: Block | null): string[] {
  return block ? allBlocks([block]).map(({ id }) => id) : []
}

type Words = BlocksDocument["translations"][string]["blocks"]

function changeTranslations(document: BlocksDocument, change: (blocks: Words) => Words): BlocksDocument {
  const translations = Object.entries(document.translations).map(([locale, one]) => [
    locale,
    { ...one, blocks: change(one.blocks) },
  ])
  return { ...document, translations: Object.fromEntries(translations) }
}

function withoutUndefined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T
}
