import { escapeHtml } from "../../src/core/templates/escape"
import type { Texts } from "../texts/texts"
import { factRows } from "./fact-rows"
import { footer, logo, note, title, words } from "./parts"
import type { BuiltinTemplate } from "./template"

type Own = Texts["automation_report"]

/** To a manager: what an automation did in the days before, as the screen has it. */
export const automationReport: BuiltinTemplate = ({ automation_report: own }) => ({
  subject: own.subject,
  preheader: own.preheader,
  blocks: [
    logo,
    title("{{ report.name }}"),
    words("intro", own.intro),
    factRows("figures", [
      { label: own.entered, value: "{{ report.entered }}" },
      { label: own.inside, value: "{{ report.inside }}" },
      { label: own.sent, value: "{{ report.sent }}" },
      { label: own.opened, value: known("report.opened", own) },
      { label: own.clicked, value: known("report.clicked", own) },
      { label: own.revenue, value: revenue(own) },
    ]),
    { id: "table", type: "html", html: stepTable(own) },
    { id: "open", type: "button", label: own.button, url: "{{ report.url }}", isTracked: false },
    note("how", own.note),
    { ...footer, reason: own.why },
  ],
})

/** What nobody may count is not nothing. */
const known = (path: string, { unknown }: Own): string =>
  `{% if ${path} == null %}${escapeHtml(unknown)}{% else %}{{ ${path} }}{% endif %}`

const revenue = ({ none }: Own): string =>
  `{% if report.revenue.size == 0 %}${escapeHtml(none)}{% endif %}{% for one in report.revenue %}{{ one.amount | money: one.currency }} {% endfor %}`

const HEAD = "padding: 6px 0; font-size: 13px; color: #6b7280; font-weight: 600"
const CELL = "padding: 9px 0; font-size: 14px; line-height: 20px; color: #18181b; vertical-align: top"

function stepTable(own: Own): string {
  const numbers = ["sent", "clicked"].map(
    (field) =>
      `<td align="right" class="mr-ink mr-line" style="${CELL}">{% if step.${field} == null %}–{% else %}{{ step.${field} }}{% endif %}</td>`,
  )
  const heads = [own.stepSent, own.stepClicked].map(
    (head) => `<td align="right" class="mr-faint mr-line" style="${HEAD}">${escapeHtml(head)}</td>`,
  )
  return `{% if report.steps.size > 0 %}<table width="100%" cellpadding="0" cellspacing="0" style="margin: 4px 0 20px">
<tr data-plain="row"><td class="mr-faint mr-line" style="${HEAD}">${escapeHtml(own.step)}</td>${heads.join("")}</tr>
{% for step in report.steps %}<tr data-plain="row"><td class="mr-ink mr-line" style="${CELL}">{{ step.name }}</td>${numbers.join("")}</tr>{% endfor %}
</table>{% endif %}`
}
