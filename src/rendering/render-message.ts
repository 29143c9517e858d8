import { Context, toValueSync, type Liquid } from "liquidjs"
import { oneLine } from "../core/templates/escape"
import type { CompiledTemplate } from "../core/templates/contexts"
import { BoundedOutput, type FixedText } from "./bounded-output"
import { htmlEngine, textEngine, type ParsedTemplate } from "./liquid-engine"
import { putMailState, type MailState, type PollUrl } from "./mail-state"
import { RenderError } from "./render-error"
import { StepLimit } from "./step-limit"

/** What one mail needs besides its template. All addresses are absolute and already carry their tokens. */
export type RenderInput = {
  /** The message's variables (core/templates/contexts.ts), plain JSON. */
  context: Record<string, unknown>
  /** Of the mail, e.g. "de-AT": money and dates are written in it. */
  locale: string
  /** IANA zone in which dates are shown. */
  timeZone: string
  /** `{{ shop.name }}` and friends. */
  shop: { name: string; url: string | null; postalAddress: string | null }
  /** Tracked address of a link by its index, or null to leave this one as it is. Null: nothing is tracked. */
  linkUrl: ((index: number) => string | null) | null
  pixelUrl: string | null
  /** Of the answers to polls; left out, they lead nowhere. */
  pollUrl?: PollUrl
  unsubscribeUrl: string | null
  /** Or how to make it, since few templates show it and each is a signed token; Liquid calls what is a function. */
  preferencesUrl: string | null | (() => string | null)
  viewUrl: string | null | (() => string | null)
}

export type Rendered = {
  subject: string
  preheader: string
  html: string
  text: string
  /** Of `html`: the same for every reader. */
  fixed: FixedText[]
  /** Targets that were only known now; index in a token = `template.links.length` + position here. */
  dynamicLinks: string[]
}

type Parsed = { subject: ParsedTemplate; preheader: ParsedTemplate; html: ParsedTemplate; plain: ParsedTemplate }

const MOST_PARSED = 500
const parsedTemplates = new Map<string, Parsed>()

/**
 * Template + variables → the mail, the one render path of preview, test and send. Only Liquid runs here: 30–90 µs.
 * Throws a RenderError when the template never ends, grows too large or is broken.
 */
export function renderMessage(
  template: CompiledTemplate & { versionId: string | null; locale?: string },
  input: RenderInput,
): Rendered {
  try {
    const parsed = parsedOf(template, template.locale ?? input.locale)
    const state: MailState = {
      locale: input.locale,
      timeZone: input.timeZone,
      links: template.links,
      linkUrl: input.linkUrl,
      pixelUrl: input.pixelUrl,
      pollUrl: input.pollUrl ?? null,
      utm: template.envelope?.utm,
      dynamicLinks: [],
    }
    const variables = variablesOf(input)
    const render = (engine: Liquid, part: ParsedTemplate) => renderPart(engine, part, variables, state)
    const subject = oneLine(render(textEngine, parsed.subject).buffer).slice(0, 255)
    const preheader = oneLine(render(textEngine, parsed.preheader).buffer)
    const html = render(htmlEngine, parsed.html)
    return {
      subject,
      preheader,
      html: html.buffer,
      fixed: html.fixed,
      text: tidyText(render(textEngine, parsed.plain).buffer),
      dynamicLinks: state.dynamicLinks,
    }
  } catch (error) {
    throw RenderError.from(error)
  }
}

function renderPart(engine: Liquid, part: ParsedTemplate, variables: object, state: MailState): BoundedOutput {
  const renderLimit = new StepLimit() as unknown as Context["renderLimit"] // liquidjs does not export its class
  const context = new Context(variables, engine.options, { sync: true }, { renderLimit })
  putMailState(context, state)
  const output = new BoundedOutput()
  toValueSync(engine.renderer.renderTemplates(part, context, output))
  return output
}

/** Parsed once per version and locale; content without a version (a preview) is parsed each time and not kept. */
function parsedOf(template: CompiledTemplate & { versionId: string | null }, locale: string): Parsed {
  if (template.versionId === null) return parse(template)
  const key = `${template.versionId}/${locale}`
  const parsed = parsedTemplates.get(key) ?? parse(template)
  // A Map keeps the order of insertion: the one used last goes to the end, the one not used for longest leaves.
  parsedTemplates.delete(key)
  if (parsedTemplates.size >= MOST_PARSED) parsedTemplates.delete(parsedTemplates.keys().next().value!)
  parsedTemplates.set(key, parsed)
  return parsed
}

function parse({ subject, preheader, html, plain }: CompiledTemplate): Parsed {
  return {
    subject: textEngine.parse(subject),
    preheader: textEngine.parse(preheader),
    html: htmlEngine.parse(html),
    plain: textEngine.parse(plain),
  }
}

/** The mail's own addresses are put in last: a context cannot bring a false unsubscribe link. */
function variablesOf(input: RenderInput): Record<string, unknown> {
  const { context, shop, unsubscribeUrl, preferencesUrl, viewUrl } = input
  const own = { shop, unsubscribeUrl, preferencesUrl, viewUrl }
  return Object.assign({}, context, contactAliases(context.contact), own)
}

/** `{{ contact.first_name }}` works as `{{ contact.firstName }}` does: both spellings are common in templates. */
function contactAliases(contact: unknown): { contact?: Record<string, unknown> } {
  if (typeof contact !== "object" || contact === null) return {}
  const { firstName, lastName } = contact as Record<string, unknown>
  return { contact: { first_name: firstName, last_name: lastName, ...contact } }
}

/** Conditions leave empty lines behind; more than one in a row is none of the author's. */
function tidyText(text: string): string {
  return (
    text
      .replace(/\r\n?/g, "\n")
      .replace(/[ \t]+\n/g, "\n")
      .replace(/\n{3,}/g, "\n\n")
      .trim() + "\n"
  )
}
