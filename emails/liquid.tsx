import { Fragment, type ReactNode } from "react"

const OPEN = "\uE000"
const CLOSE = "\uE001"

/**
 * A piece of Liquid as React may carry it: React escapes the quotes inside `{{ }}`, so the piece travels as hex
 * between two private characters and is put back after the render (`unwrapLiquid`).
 */
function wrap(liquid: string): string {
  return OPEN + Buffer.from(liquid, "utf8").toString("hex") + CLOSE
}

/** The value of a variable: `v("order.displayId")`, `v("order.total", "money: order.currency")`. */
export function v(path: string, filter?: string): string {
  return wrap(filter ? `{{ ${path} | ${filter} }}` : `{{ ${path} }}`)
}

/** A text of the catalogue, with its `{{ … }}` and `{% … %}` made safe for React. */
export function t(text: string): string {
  return text.replace(/\{\{[^]*?\}\}|\{%[^]*?%\}/g, wrap)
}

/** Liquid and markup put out as they are, where React would close a tag that the next line needs open. */
export function raw(markup: string): string {
  return wrap(markup)
}

/** Repeats its children for each member of a list: `<Each of="order.lines" as="line">`. Works between table rows. */
export function Each({ of, as, children }: { of: string; as: string; children: ReactNode }) {
  return (
    <Fragment>
      {wrap(`{% for ${as} in ${of} %}`)}
      {children}
      {wrap("{% endfor %}")}
    </Fragment>
  )
}

/** Shows its children only if the condition holds when the mail is rendered, else `otherwise`. */
export function When({ is, otherwise, children }: { is: string; otherwise?: ReactNode; children: ReactNode }) {
  return (
    <Fragment>
      {wrap(`{% if ${is} %}`)}
      {children}
      {otherwise ? wrap("{% else %}") : null}
      {otherwise}
      {wrap("{% endif %}")}
    </Fragment>
  )
}

/** Puts the Liquid back into what React made. */
export function unwrapLiquid(html: string): string {
  return html.replace(/\uE000([0-9a-f]*)\uE001/g, (_, hex: string) => Buffer.from(hex, "hex").toString("utf8"))
}
