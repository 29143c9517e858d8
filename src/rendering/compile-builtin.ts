import { textsOf } from "../../emails/texts/texts"
import { BUILTINS } from "../core/templates/builtins"
import type { Brand, BuiltinKey, CompiledTemplate } from "../core/templates/contexts"
import type { MailContent } from "../core/templates/document"
import { builtinContent } from "./builtin-content"
import { compileContent, type Lines } from "./compile-content"

/** A built-in in one language and one brand; with `content`, as the owner has edited it. */
export async function compileBuiltin(
  key: BuiltinKey,
  locale: string,
  brand: Brand,
  content: MailContent = builtinContent(key),
  shopLocale = "en",
): Promise<CompiledTemplate> {
  const isMarketing = BUILTINS[key].class === "marketing"
  const lines = key === "order_receipt" ? (written: Lines) => withOwnersLines(written, locale) : undefined
  return compileContent({ content, locale, shopLocale, brand, isMarketing, lines })
}

/** The copy for the store is the same mail under a subject that says so; the author writes only the buyer's. */
function withOwnersLines({ subject, preheader }: Lines, locale: string): Lines {
  const { ownerSubject, ownerPreheader } = textsOf(locale).order_receipt
  const either = (owner: string, buyer: string) => `{% if isOwnerCopy %}${owner}{% else %}${buyer}{% endif %}`
  return { subject: either(ownerSubject, subject), preheader: either(ownerPreheader, preheader) }
}
