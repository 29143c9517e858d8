import type { ReactElement } from "react"
import { renderToStaticMarkup } from "react-dom/server"
import { unwrapLiquid } from "../../emails/liquid"
import type { CompiledTemplate } from "../core/templates/contexts"
import { compileLiquid } from "./compile-liquid"

/** What Outlook's Word engine expects; without it some clients lay the tables out by quirks. */
const DOCTYPE =
  '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">'

/**
 * Renders a page of React Email once; from here on there is only Liquid. Not by React Email's own `render`: it reads
 * a stream in chunks of bytes and breaks a character that lies across two of them.
 */
export function compilePage(page: {
  subject: string
  preheader: string
  page: ReactElement
  plain?: string
  /** What stands in the page as Liquid of Mailroom's own becomes markup. */
  expand?: (html: string) => string
}): CompiledTemplate {
  const made = unwrapLiquid(renderToStaticMarkup(page.page))
  const html = DOCTYPE + (page.expand?.(made) ?? made)
  const compiled = compileLiquid({ subject: page.subject, preheader: page.preheader, html, plain: page.plain })
  return { ...compiled, html: compiled.html.replace(READING_HINTS, "") }
}

/** Only the text part is made by them. */
const READING_HINTS = / data-plain="[a-z]+"/g
