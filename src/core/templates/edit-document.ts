import { duplicateBlock, findBlock, removeBlock } from "./block-tree"
import { allBlocks, type Block, type BlocksDocument, type BlockWords, type MailContent } from "./document"
import { localiseContent } from "./localise-content"

/**
 * The block as a reader of that language gets it, for its form: what the translation itself says comes first even where
 * it is empty, because a field that is being emptied must not fill itself.
 */
export function blockIn(document: BlocksDocument, block: Block, locale: string | null): Block {
  if (locale === null) return block
  const { body } = localiseContent(onlyWith(document, block), locale, locale)
  const shown = body.kind === "blocks" ? (body.blocks[0] ?? block) : block
  return { ...shown, ...ownWords(document, block.id, locale) } as Block
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

/** How many texts a language still lacks; `own` is the language of the document itself, which lacks none. */
export function missingTexts(content: MailContent, locale: string, own: string): number {
  return localiseContent(content, locale, own).fallbacks.length
}

/** The fields of a block that read another language for want of own words. */
export function missingOf(document: BlocksDocument, block: Block, locale: string, own: string): string[] {
  return localiseContent(onlyWith(document, block), locale, own).fallbacks.map(({ field }) => field)
}

function onlyWith(document: BlocksDocument, block: Block): MailContent {
  const alone = block.type === "columns" ? { ...block, columns: [] } : block
  return { subject: "", preheader: "", document: { ...document, blocks: [alone] } }
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
