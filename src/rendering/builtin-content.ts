import { BUILTIN_TEMPLATES } from "../../emails/builtins"
import type { BlockInput, BuiltinContent } from "../../emails/templates/template"
import { textsOf } from "../../emails/texts/texts"
import { LOCALES, type BuiltinKey } from "../core/templates/contexts"
import { contentSchema, type Block, type MailContent } from "../core/templates/document"
import { wordFieldsOf } from "../core/templates/localise-content"

const contents = new Map<BuiltinKey, MailContent>()

/** A built-in as content like any other: English, with the other languages as its translations. */
export function builtinContent(key: BuiltinKey): MailContent {
  const known = contents.get(key)
  if (known) return known
  const inEnglish = BUILTIN_TEMPLATES[key](textsOf("en"))
  const others = LOCALES.filter((locale) => locale !== "en")
  const made = contentInLanguages(
    inEnglish,
    others.map((locale) => [locale, BUILTIN_TEMPLATES[key](textsOf(locale))]),
  )
  contents.set(key, made)
  return made
}

/** One content of the same blocks in several languages, English first. */
export function contentInLanguages(
  inEnglish: BuiltinContent,
  others: [locale: string, content: BuiltinContent][],
): MailContent {
  const { subject, preheader, blocks } = inEnglish
  const translations = Object.fromEntries(others.map(([locale, content]) => [locale, translationOf(content)]))
  const document = { version: 2, kind: "blocks", locale: "en", blocks, translations }
  return contentSchema.parse({ subject, preheader, document })
}

function translationOf({ subject, preheader, blocks }: BuiltinContent) {
  const leaves = blocks.flatMap((block) => [block, ...columnsOf(block).flat()])
  const words = leaves.map((block) => [block.id, wordsOf(block)] as const)
  return { subject, preheader, blocks: Object.fromEntries(words.filter(([, said]) => Object.keys(said).length > 0)) }
}

/** Of a product grid `columns` is their number. */
function columnsOf({ columns }: BlockInput): BlockInput[][] {
  return Array.isArray(columns) ? (columns as BlockInput[][]) : []
}

/** Addresses are the same in all languages. */
function wordsOf(block: BlockInput): Record<string, unknown> {
  const fields = wordFieldsOf(block.type as Block["type"]).filter((field) => field !== "url" && field !== "link")
  return Object.fromEntries(fields.flatMap((field) => (block[field] === undefined ? [] : [[field, block[field]]])))
}
