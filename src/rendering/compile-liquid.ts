import type { Liquid } from "liquidjs"
import type { CompiledTemplate } from "../core/templates/contexts"
import { CompileError } from "./compile-error"
import { htmlEngine, textEngine } from "./liquid-engine"
import { coverLiquid } from "./liquid-pieces"
import { plainTextOf } from "./plain-text"
import { secureHtml } from "./secure-html"

/**
 * Liquid and HTML as written → what is kept per version and locale: escaping by place, links by index, the pixel's
 * place, the text part. Throws a CompileError that names the place of what is wrong.
 */
export function compileLiquid(written: {
  subject: string
  preheader: string
  html: string
  /** Of the author's own making; else it is derived from the HTML. */
  plain?: string
}): CompiledTemplate {
  const plain = written.plain ?? plainTextOf(written.html)
  const secured = secureHtml(written.html)
  const html = withPixel(secured.html)
  return {
    subject: written.subject,
    preheader: written.preheader,
    html,
    plain,
    links: secured.links,
    variables: [
      ...new Set([
        ...variablesOf(textEngine, written.subject, "subject"),
        ...variablesOf(textEngine, written.preheader, "preheader"),
        ...variablesOf(htmlEngine, written.html, "HTML", html),
        ...variablesOf(textEngine, plain, "text part"),
      ]),
    ].sort(),
  }
}

/** Last in the body, where clients load it last; at the end where there is no body tag. */
function withPixel(html: string): string {
  const at = html.search(/<\/body\s*>(?![^]*<\/body\s*>)/i)
  return at === -1 ? `${html}{% mail_pixel %}` : `${html.slice(0, at)}{% mail_pixel %}${html.slice(at)}`
}

/** Full paths ("order.displayId") of what the part, and what was `made` of it, reads from the message's context. */
function variablesOf(engine: Liquid, part: string, name: string, made = part): string[] {
  try {
    engine.parse(made)
    return engine.globalFullVariablesSync(engine.parse(onceEach(part)))
  } catch (error) {
    throw new CompileError(`The ${name} cannot be read as Liquid: ${firstLine((error as Error).message)}`)
  }
}

/**
 * The template's Liquid without its text, and between two tags each output once: the same variables, in a hundredth of
 * the time for a long page (liquidjs compares every place with every other).
 */
function onceEach(part: string): string {
  const seen = new Set<string>()
  return coverLiquid(part)
    .pieces.filter(({ kind, text }) => {
      if (kind === "tag") seen.clear()
      const isNew = !seen.has(text)
      seen.add(text)
      return kind === "tag" || isNew
    })
    .map(({ text }) => text)
    .join("")
}

function firstLine(message: string): string {
  return message.split("\n")[0]!
}
