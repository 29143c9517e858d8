import type { MailDocument } from "./document"
import { languageOf, localesOf } from "./localise-content"

/** A letter is in the language that it was written in; in the reader's where the author has translated it. */
export function letterLocale(document: MailDocument, reader: string | null, shopLocale: string): string {
  const [own = shopLocale, ...others] = localesOf(document, shopLocale)
  const isWritten = reader !== null && [own, ...others].some((one) => languageOf(one) === languageOf(reader))
  return isWritten ? reader : own
}
