import { escapeHtml } from "../../../core/templates/escape"

/** Markup that was made by `html`; everything else that is put into a page is text. */
export class Markup {
  constructor(readonly text: string) {}
}

type Part = string | number | null | undefined | false | Markup | Markup[]

/** A template tag: what is put in is escaped, unless it is markup itself. */
export function html(literals: TemplateStringsArray, ...parts: Part[]): Markup {
  return new Markup(literals.map((literal, n) => literal + markup(parts[n])).join(""))
}

function markup(part: Part): string {
  if (part === null || part === undefined || part === false) return ""
  if (part instanceof Markup) return part.text
  return Array.isArray(part) ? part.map(markup).join("") : escapeHtml(String(part))
}
