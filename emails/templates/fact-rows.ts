import { escapeHtml } from "../../src/core/templates/escape"
import type { BlockInput } from "./template"

/** `value` is Liquid; with `when`, Liquid too, the row is there only if that holds. */
export type FactRow = { label: string; value: string; when?: string }

const CELL = "padding: 10px 0; font-size: 15px; line-height: 21px; vertical-align: top"

/** What is known, a row each: what it is, and what it is in this case. */
export const factRows = (id: string, rows: FactRow[], more = ""): BlockInput => ({
  id,
  type: "html",
  html: `<table width="100%" cellpadding="0" cellspacing="0" role="presentation" style="margin: 8px 0 20px">
${rows.map(rowOf).join("\n")}${more}
</table>`,
})

function rowOf({ label, value, when }: FactRow): string {
  const row = factRow(escapeHtml(label), value)
  return when ? `{% if ${when} %}${row}{% endif %}` : row
}

/** Both are HTML with Liquid in it. */
export const factRow = (label: string, value: string): string =>
  `<tr data-plain="row"><td class="mr-faint mr-line" width="40%" style="${CELL}; color: #6b7280">${label}</td><td class="mr-ink mr-line" style="${CELL}; color: #18181b">${value}</td></tr>`
