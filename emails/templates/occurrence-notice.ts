import { factRow, factRows } from "./fact-rows"
import { footer, logo, only, title, words } from "./parts"
import type { BuiltinTemplate } from "./template"

/** To a colleague or another third party: what happened; who it happened to only where the owner ticked it. */
export const occurrenceNotice: BuiltinTemplate = ({ occurrence_notice: own }) => ({
  subject: own.subject,
  preheader: own.preheader,
  blocks: [
    logo,
    title("{{ notice.heading }}"),
    words("text", "{{ notice.text | newline_to_br }}", only("notice_has_text")),
    factRows(
      "facts",
      [
        { label: own.when, value: "{{ notice.at | date: 'datetime' }}" },
        { label: own.person, value: "{{ person.name }}", when: "person.name != blank" },
        { label: own.email, value: "{{ person.email }}", when: "person.email != blank" },
        { label: own.phone, value: "{{ person.phone }}", when: "person.phone != blank" },
      ],
      `{% for fact in facts %}${factRow("{{ fact.label }}", "{{ fact.value }}")}{% endfor %}`,
    ),
    { ...footer, reason: own.why },
  ],
})
