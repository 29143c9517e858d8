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
  const own = BUILTIN_TEMPLATES[key](textsOf("en"))
  const others = LOCALES.filter((locale) => locale !== "en")
  const made = contentSchema.parse({
    subject: own.subject,
    preheader: own.preheader,
    document: {
      version: 2,
      kind: "blocks",
      locale: "en",
      blocks: own.blocks,
      translations: Object.fromEntries(
        others.map((locale) => [locale, translationOf(BUILTIN_TEMPLATES[key](textsOf(locale)))]),
      ),
    },
  })
  contents.set(key, made)
  return made
}

function translationOf({ subject, preheader, blocks }: BuiltinContent) {
  const words = blocks.map((block) => [block.id, wordsOf(block)] as const)
  return { subject, preheader, blocks: Object.fromEntries(words.filter(([, said]) => Object.keys(said).length > 0)) }
}

/** Addresses are the same in all languages. */
function wordsOf(block: BlockInput): Record<string, unknown> {
  const fields = wordFieldsOf(block.type as Block["type"]).filter((field) => field !== "url" && field !== "link")
  return Object.fromEntries(fields.flatMap((field) => (block[field] === undefined ? [] : [[field, block[field]]])))
}
