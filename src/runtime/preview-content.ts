import { MedusaError } from "@medusajs/framework/utils"
import { pollIdsIn } from "../core/polls/poll"
import type { PollText } from "../core/polls/poll-words"
import { BUILTINS } from "../core/templates/builtins"
import {
  LOCALES,
  type Brand,
  type BuiltinKey,
  type CompiledTemplate,
  type OfferContext,
} from "../core/templates/contexts"
import { directionOf } from "../core/templates/direction"
import { allBlocks, type MailContent } from "../core/templates/document"
import { letterLocale } from "../core/templates/letter-locale"
import { lintContent, type Finding } from "../core/templates/lint-content"
import { localesOf, localiseContent, type Fallback } from "../core/templates/localise-content"
import { nearestBuiltinLocale } from "../core/templates/locales"
import { sampleOffers } from "../core/templates/samples"
import { isComposed, type ContentFor } from "../core/templates/tag-catalogue"
import type { Mailroom } from "../modules/mailroom/mailroom"
import { builtinContent } from "../rendering/builtin-content"
import { compileBuiltin } from "../rendering/compile-builtin"
import { compileContent, pageLocale } from "../rendering/compile-content"
import { CompileError } from "../rendering/compile-error"
import { renderDraft } from "../rendering/preview"
import { RenderError } from "../rendering/render-error"
import type { Rendered } from "../rendering/render-message"
import { contentSubject, type ContentSubject, type SubjectAsked } from "./content-subject"
import { brandFor } from "./current-brand"
import { dressed, dressOf, shownDress } from "./mailing-dress"
import { offerBookOf } from "./offers"
import { planTestMail } from "./test-mail"

export type ContentAsked = SubjectAsked & {
  content: MailContent
  sender_id?: string | null
  /** Its attachments, format and link parameters are the mail's, too. */
  mailing_id?: string | null
}

export type ContentPreview = Pick<Rendered, "subject" | "preheader" | "html" | "text"> & {
  locale: string
  locales: string[]
  direction: "ltr" | "rtl"
  /** Of the HTML as it is sent; Gmail cuts off after 102 KB. */
  bytes: number
  fallbacks: Fallback[]
  about: ContentSubject["about"]
  is_text_only: boolean
  attachments: { name: string; mime: string; bytes: number }[]
}

/** Gmail shows no more of a mail than this. */
export const MOST_BYTES = 102 * 1024

/** As its reader would get it, by the path that sends. What cannot be a mail is the author's to mend: INVALID_DATA. */
export async function previewContent(mailroom: Mailroom, asked: ContentAsked): Promise<ContentPreview> {
  const { general } = await mailroom.settings.read()
  const made = await orRefused(() => make(mailroom, asked))
  const { subject, preheader, html, text } = made.rendered
  return {
    subject,
    preheader,
    html,
    text,
    locale: made.subject.locale,
    locales: [...new Set([...LOCALES, ...localesOf(asked.content.document, general.locale)])],
    direction: directionOf(pageLocale(asked.content, made.subject.locale, general.locale)),
    bytes: Buffer.byteLength(html),
    fallbacks: localiseContent(asked.content, made.subject.locale, general.locale).fallbacks,
    about: made.subject.about,
    ...shownDress({ envelope: made.compiled.envelope ?? {} }),
  }
}

/** A store e-mail as it goes out now, with its sample. */
export async function previewStoreEmail(mailroom: Mailroom, key: BuiltinKey, locale: string): Promise<ContentPreview> {
  return previewContent(mailroom, { for: key, content: await liveContent(mailroom, key), locale })
}

export async function liveContent({ templateDrafts }: Mailroom, key: BuiltinKey): Promise<MailContent> {
  return (await templateDrafts.liveContent(`mtpl_${key}`)) ?? builtinContent(key)
}

/** Everything that is wrong with it: what can be seen, and what only making the mail shows. */
export async function lintAsked(
  mailroom: Mailroom,
  asked: ContentAsked,
): Promise<{ findings: Finding[]; bytes: number }> {
  const [{ general }, fields] = await Promise.all([mailroom.settings.read(), mailroom.contactFields.inUse()])
  const { content } = asked
  const about = { for: asked.for, class: classOf(asked.for), shopLocale: general.locale, fields }
  const findings = [...lintContent({ content, ...about }), ...(await lintPolls(mailroom, content))]
  let bytes = 0
  for (const locale of localesOf(content.document, general.locale)) {
    const own = locale === (content.document.locale ?? general.locale) ? null : locale
    const found = await lintMade(mailroom, { ...asked, locale })
    findings.push(...found.findings.map((finding) => ({ ...finding, locale: own })))
    bytes = Math.max(bytes, found.bytes)
  }
  return { findings: withoutRepeats(findings), bytes }
}

/** A poll that was deleted, or takes no answers any more. */
async function lintPolls({ polls }: Mailroom, { document }: MailContent): Promise<Finding[]> {
  const named = pollIdsIn(document)
  const found = await polls.texts(named)
  const blockOf = (id: string) =>
    document.kind === "blocks"
      ? (allBlocks(document.blocks).find((one) => one.type === "poll" && one.pollId === id)?.id ?? null)
      : null
  return named.flatMap((id): Finding[] => {
    const poll = found.get(id)
    const place = { block: blockOf(id), field: null, locale: null }
    if (!poll) return [{ ...place, key: "poll_gone", severity: "error", values: {} }]
    if (!poll.is_closed) return []
    return [{ ...place, key: "poll_closed", severity: "warning", values: { question: poll.question } }]
  })
}

/** One mail of this content, with the data of its preview; by the way of every other mail. Gives the message's id. */
export async function sendTestOfContent(
  mailroom: Mailroom,
  { email, by, ...asked }: ContentAsked & { email: string; by: string | null },
): Promise<{ message_id: string }> {
  const { compiled, subject, context } = await orRefused(() => make(mailroom, asked))
  const templateVersionId = await mailroom.db.transaction((tx) =>
    mailroom.templates.createTestVersion(tx, asked.content, { [subject.locale]: compiled }, by),
  )
  const { locale } = subject
  const test = {
    to: email,
    templateVersionId,
    class: classOf(asked.for),
    context,
    locale,
    senderId: asked.sender_id,
    mailingId: asked.mailing_id,
  }
  return { message_id: await planTestMail(mailroom, test) }
}

export const classOf = (of: ContentFor) => (of === "direct" ? "tx" : isComposed(of) ? "marketing" : BUILTINS[of].class)

type Made = {
  compiled: CompiledTemplate
  context: Record<string, unknown>
  rendered: Rendered
  subject: ContentSubject
}

async function make(mailroom: Mailroom, asked: ContentAsked): Promise<Made> {
  const { general } = await mailroom.settings.read()
  const found = await contentSubject(mailroom, asked)
  const locale =
    asked.for === "direct" && !asked.locale
      ? letterLocale(asked.content.document, found.locale, general.locale)
      : found.locale
  const subject = { ...found, locale }
  const brand = await brandFor(mailroom, asked.sender_id ?? null)
  const polls = await mailroom.polls.texts(pollIdsIn(asked.content.document))
  const written = await compileFor(asked, subject.locale, brand, general.locale, polls)
  const compiled = asked.mailing_id ? await dressedFor(mailroom, asked.mailing_id, asked, written) : written
  const context = await withProducts(mailroom, compiled, subject)
  const isMarketing = classOf(asked.for) === "marketing"
  const base = general.baseUrl?.replace(/\/+$/, "") ?? null
  const own = (type: "u" | "p" | "v") => base && `${base}/mailroom/${type}/${PREVIEW_TOKEN}`
  const isSecret = !isComposed(asked.for) && BUILTINS[asked.for].isSecret
  const rendered = await renderDraft({
    compiled,
    locale: subject.locale,
    timeZone: general.timeZone,
    brand,
    context,
    isMarketing,
    links: {
      unsubscribeUrl: isMarketing ? own("u") : null,
      preferencesUrl: isMarketing ? own("p") : null,
      viewUrl: isSecret ? null : own("v"),
    },
  })
  return { compiled, context, rendered, subject }
}

/** As the mailing would dress what is written now: its campaign may be named after the subject. */
async function dressedFor(
  mailroom: Mailroom,
  id: string,
  { content: { subject } }: ContentAsked,
  compiled: CompiledTemplate,
): Promise<CompiledTemplate> {
  const mailing = await mailroom.mailings.row(id)
  return dressed(compiled, await dressOf(mailroom, { ...mailing, subject }))
}

/** Opens nothing: it belongs to no message. */
const PREVIEW_TOKEN = "preview"

async function compileFor(
  asked: ContentAsked,
  locale: string,
  brand: Brand,
  shopLocale: string,
  polls: ReadonlyMap<string, PollText>,
): Promise<CompiledTemplate> {
  const { content, for: of } = asked
  if (isComposed(of)) {
    const isMarketing = classOf(of) === "marketing"
    return compileContent({ content, locale, shopLocale, brand, isMarketing, isLetter: of === "direct", polls })
  }
  return compileBuiltin(of, locale, brand, content, shopLocale)
}

async function withProducts(
  mailroom: Mailroom,
  { products }: CompiledTemplate,
  { context, locale, who }: ContentSubject,
) {
  if (!products?.length) return context
  const offers = mailroom.shop
    ? await offerBookOf(mailroom).offersFor(products, who)
    : sampleOffers(nearestBuiltinLocale(locale), products)
  return { ...context, products: offers }
}

async function lintMade(mailroom: Mailroom, asked: ContentAsked): Promise<{ findings: Finding[]; bytes: number }> {
  const place = { block: null, field: null, locale: null }
  try {
    const { rendered, compiled, context } = await make(mailroom, asked)
    const bytes = Buffer.byteLength(rendered.html)
    const findings = mailroom.shop ? productsLeftOut(compiled, context) : []
    if (bytes > MOST_BYTES)
      findings.push({ ...place, key: "too_large", severity: "warning", values: { bytes, limit: MOST_BYTES } })
    if (!rendered.text.trim()) findings.push({ ...place, key: "no_text", severity: "error", values: {} })
    return { findings, bytes }
  } catch (error) {
    if (!(error instanceof CompileError) && !(error instanceof RenderError)) throw error
    const key = /as Liquid|undefined filter|undefined tag/.test(error.message) ? "broken_liquid" : "refused_html"
    return { findings: [{ ...place, key, severity: "error", values: { detail: error.message } }], bytes: 0 }
  }
}

/** Of what was picked by hand, what this mail does not show: deleted, not published, or without a price for its reader. */
function productsLeftOut({ products = [] }: CompiledTemplate, context: Record<string, unknown>): Finding[] {
  const offers = context.products as Record<string, OfferContext[]> | undefined
  return products.flatMap(({ block, source, productIds }): Finding[] => {
    if (source !== "picked") return []
    const shown = new Set(offers?.[block]?.map(({ productId }) => productId))
    const count = productIds.filter((id) => !shown.has(id)).length
    if (count === 0) return []
    const values = { count, all: productIds.length }
    return [{ key: "products_missing", severity: "warning", block, field: "productIds", locale: null, values }]
  })
}

function withoutRepeats(findings: Finding[]): Finding[] {
  const seen = new Set<string>()
  return findings.filter(({ key, block, field, values }) => {
    const name = JSON.stringify([key, block, field, key === "too_large" ? null : values])
    return !seen.has(name) && seen.add(name)
  })
}

async function orRefused<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof CompileError || error instanceof RenderError)
      throw new MedusaError(MedusaError.Types.INVALID_DATA, error.message)
    throw error
  }
}
