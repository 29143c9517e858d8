import { createElement, type ReactElement } from "react"
import { renderToStaticMarkup } from "react-dom/server"
import { t, unwrapLiquid } from "../../emails/liquid"
import { DocumentPage, FooterOnly, LetterPage } from "../../emails/mailing-page"
import { colorsOf, type Look } from "../../emails/theme"
import { textsOf } from "../../emails/texts/texts"
import type { Brand, CompiledTemplate } from "../core/templates/contexts"
import { directionOf } from "../core/templates/direction"
import { pollWords, type PollText, type PollWords } from "../core/polls/poll-words"
import type { Block, BlocksDocument, MailContent } from "../core/templates/document"
import { languageOf, localiseContent, type LocalisedContent } from "../core/templates/localise-content"
import { productNeeds } from "../core/templates/product-needs"
import { compileLiquid } from "./compile-liquid"
import { compilePage } from "./compile-page"
import { pollsInHtml, pollsInText } from "./expand-polls"
import { sanitiseHtml } from "./sanitise-html"

export type CompileInput = {
  content: MailContent
  locale: string
  /** Language of a document that names none. */
  shopLocale: string
  brand: Brand
  isMarketing: boolean
  /** Correspondence of one person to another (F6). */
  isLetter?: boolean
  /** The polls that it names, by id; what is missing is left out of the mail. */
  polls?: ReadonlyMap<string, PollText>
  /** Last word on subject and preheader. */
  lines?: (written: Lines) => Lines
}

export type Lines = { subject: string; preheader: string }

/**
 * Content in one language and one brand → Liquid that needs only variables. The same for newsletters, templates and
 * previews. Throws a CompileError that names what is wrong.
 */
export function compileContent(input: CompileInput): CompiledTemplate {
  const { content, locale, shopLocale, isMarketing, isLetter = false } = input
  const own = content.document.locale ?? shopLocale
  const written = localiseContent(content, locale, shopLocale)
  const localised = { ...written, ...input.lines?.(written) }
  const brand = brandOf(input)
  const look = lookOf(pageLocale(content, locale, shopLocale), brand)
  const polls = pollsIn(input)
  const { subject, preheader, body } = localised
  const plain = localised.plain === null ? undefined : pollsInText(localised.plain, { polls, look })
  const expand = (html: string) => pollsInHtml(html, { polls, look })
  if (body.kind === "html") {
    const html = expand(pageOf(body.html, look, isMarketing))
    return compileLiquid({ subject, preheader, html, plain })
  }
  if (body.kind === "text") {
    const page = createElement(LetterPage, { look, text: body.text, isMarketing, isLetter })
    return compilePage({ subject, preheader, page, plain, expand })
  }
  const blocks = withShopUrl(body.blocks, brand.storefrontUrl)
  const page = documentPage({ look, localised, blocks, isMarketing, isLetter, own, polls })
  return { ...compilePage({ subject, preheader, page, plain, expand }), products: productNeeds(blocks) }
}

/**
 * A letter that says nothing in the reader's language, which is written the other way, is a page in its own language:
 * English words set from right to left would be neither.
 */
export function pageLocale({ document }: MailContent, locale: string, shopLocale: string): string {
  const own = document.locale ?? shopLocale
  if (directionOf(own) === directionOf(locale)) return locale
  return Object.keys(document.translations).some((one) => languageOf(one) === languageOf(locale)) ? locale : own
}

export function lookOf(locale: string, brand: Brand): Look {
  return { texts: textsOf(locale), brand, locale, direction: directionOf(locale), colors: colorsOf(brand) }
}

type PageInput = Required<Pick<CompileInput, "isMarketing" | "isLetter">> & {
  look: Look
  localised: LocalisedContent
  blocks: Block[]
  own: string
  polls: ReadonlyMap<string, PollWords>
}

/** In the reader's language, whatever the content itself says in it. */
function pollsIn({ polls, locale, shopLocale }: CompileInput): Map<string, PollWords> {
  return new Map([...(polls ?? [])].map(([id, poll]) => [id, pollWords(poll, locale, shopLocale)]))
}

/** A block that falls back to a language written the other way keeps its own direction. */
function documentPage({ look, localised, blocks, isMarketing, isLetter, own, polls }: PageInput): ReactElement {
  const direction = directionOf(own)
  const foreign = direction === look.direction ? [] : localised.fallbacks.flatMap(({ block }) => block ?? [])
  return createElement(DocumentPage, {
    look,
    preheader: localised.preheader,
    blocks,
    isMarketing,
    isLetter,
    polls,
    foreign: { direction, blocks: new Set(foreign) },
    sanitise: (html: string) => sanitiseHtml(t(html)),
  })
}

/** The sender's brand with what this one content does differently. */
function brandOf({ content: { document }, brand }: CompileInput): Brand {
  if (document.kind !== "blocks") return brand
  return { ...brand, ...given(document.look) }
}

function given(look: BlocksDocument["look"]): Partial<Brand> {
  return Object.fromEntries(Object.entries(look).filter(([, value]) => value !== undefined && value !== ""))
}

/** Known when it is compiled: a fixed link, which is counted as one, where a variable would be another per message. */
function withShopUrl(blocks: Block[], url: string | null): Block[] {
  if (!url) return blocks
  const written = JSON.stringify(url.replace(/\/+$/, "")).slice(1, -1)
  return JSON.parse(JSON.stringify(blocks).replace(/\{\{\s*shop\.url\s*\}\}/g, () => written)) as Block[]
}

/**
 * The author's bytes as they are; only where the way out is missing is the footer with unsubscribe link and postal
 * address added (RFC 8058 and CAN-SPAM leave no choice), and a page around a mere fragment.
 */
function pageOf(html: string, look: Look, isMarketing: boolean): string {
  const hasWayOut = !isMarketing || /\{\{-?\s*unsubscribeUrl\b/.test(html)
  const footer = hasWayOut ? "" : unwrapLiquid(renderToStaticMarkup(createElement(FooterOnly, { look })))
  const end = html.search(/<\/body\s*>(?![^]*<\/body\s*>)/i)
  if (end !== -1) return html.slice(0, end) + footer + html.slice(end)
  if (/<html[\s>]/i.test(html)) return html + footer
  return (
    `<!DOCTYPE html><html lang="${look.locale}" dir="${look.direction}"><head>` +
    `<meta http-equiv="Content-Type" content="text/html; charset=utf-8" />` +
    `<meta name="viewport" content="width=device-width, initial-scale=1" /></head><body>${html}${footer}</body></html>`
  )
}
