import type { PollText } from "../core/polls/poll-words"
import type { Brand, CompiledTemplate } from "../core/templates/contexts"
import { documentSchema, type MailDocument } from "../core/templates/document"
import { compileContent } from "./compile-content"
import { CompileError } from "./compile-error"

/** A mailing as it is stored: its two lines and its document (core/templates/document.ts). */
export type MailingContent = { subject: string; preheader: string; document: unknown }

/**
 * A mailing in one language and one brand. Its texts may hold Liquid: `contact.firstName`, `contact.lastName`,
 * `contact.email`, `mailing.name`, `shop.name`, `shop.url`, `unsubscribeUrl`, `preferencesUrl`, `viewUrl`; all of
 * `contact` only as far as the planner puts it into the message. Throws a CompileError that names what is wrong.
 */
export async function compileMailing(
  content: MailingContent,
  locale: string,
  brand: Brand,
  shopLocale = "en",
  isMarketing = true,
  polls: ReadonlyMap<string, PollText> = new Map(),
): Promise<CompiledTemplate> {
  const document = parseDocument(content.document)
  return compileContent({
    content: { ...content, document },
    locale,
    shopLocale,
    brand,
    isMarketing,
    isLetter: !isMarketing,
    polls,
  })
}

/** Throws a CompileError with the path, the value and what is expected there. */
export function parseDocument(raw: unknown): MailDocument {
  const parsed = documentSchema.safeParse(raw)
  if (parsed.success) return parsed.data
  const { path, message } = parsed.error.issues[0]!
  const value = path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key], raw)
  throw new CompileError(
    `The document's "${path.join(".") || "kind"}" is ${JSON.stringify(value)?.slice(0, 80)}: ${message}`,
  )
}
