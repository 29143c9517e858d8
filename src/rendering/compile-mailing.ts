import { createElement } from "react"
import { renderToStaticMarkup } from "react-dom/server"
import { t, unwrapLiquid } from "../../emails/liquid"
import { FooterOnly, LetterPage, MailingPage } from "../../emails/mailing-page"
import type { Look } from "../../emails/theme"
import type { Brand, CompiledTemplate } from "../core/templates/contexts"
import { documentV1Schema as documentSchema, type MailingDocumentV1 as MailingDocument } from "../core/templates/document-v1"
import { lookOf } from "./compile-builtin"
import { CompileError } from "./compile-error"
import { compileLiquid } from "./compile-liquid"
import { compilePage } from "./compile-page"
import { sanitiseHtml } from "./sanitise-html"

/** A mailing as it is stored: its two lines and its document (core/templates/document.ts). */
export type MailingContent = { subject: string; preheader: string; document: unknown }

/**
 * A mailing in one language and one brand. Its texts may hold Liquid: `contact.firstName`, `contact.lastName`,
 * `contact.email`, `mailing.name`, `shop.name`, `shop.url`, `unsubscribeUrl`, `preferencesUrl`, `viewUrl`; all of
 * `contact` only as far as the planner puts it into the message. Throws a CompileError that names what is wrong.
 */
export async function compileMailing(content: MailingContent, locale: string, brand: Brand): Promise<CompiledTemplate> {
  const document = parseDocument(content.document)
  const look = lookOf(locale, brand)
  const lines = { subject: content.subject, preheader: content.preheader }
  if (document.kind === "html") return compileLiquid({ ...lines, html: withWayOut(document.html, look) })
  const page =
    document.kind === "text"
      ? createElement(LetterPage, { look, text: document.text })
      : createElement(MailingPage, {
          look,
          preheader: content.preheader,
          blocks: document.blocks,
          sanitise: (html: string) => sanitiseHtml(t(html)),
        })
  return compilePage({ ...lines, page })
}

/** Throws a CompileError with the path, the value and what is expected there. */
export function parseDocument(raw: unknown): MailingDocument {
  const parsed = documentSchema.safeParse(raw)
  if (parsed.success) return parsed.data
  const { path, message } = parsed.error.issues[0]!
  const value = path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key], raw)
  throw new CompileError(
    `The document's "${path.join(".") || "kind"}" is ${JSON.stringify(value)?.slice(0, 80)}: ${message}`,
  )
}

/**
 * The author's bytes as they are; only where the way out is missing is the footer with unsubscribe link and postal
 * address added (RFC 8058 and CAN-SPAM leave no choice), and a page around a mere fragment.
 */
function withWayOut(html: string, look: Look): string {
  const footer = /\{\{-?\s*unsubscribeUrl\b/.test(html)
    ? ""
    : unwrapLiquid(renderToStaticMarkup(createElement(FooterOnly, { look })))
  const end = html.search(/<\/body\s*>(?![^]*<\/body\s*>)/i)
  if (end !== -1) return html.slice(0, end) + footer + html.slice(end)
  if (/<html[\s>]/i.test(html)) return html + footer
  return (
    `<!DOCTYPE html><html lang="${look.locale}" dir="${look.direction}"><head>` +
    `<meta http-equiv="Content-Type" content="text/html; charset=utf-8" />` +
    `<meta name="viewport" content="width=device-width, initial-scale=1" /></head><body>${html}${footer}</body></html>`
  )
}
