import { factRows } from "./fact-rows"
import { footer, logo, subtitle, title } from "./parts"
import type { BuiltinTemplate } from "./template"

/** To a colleague: what is to be done, until when, and about whom. */
export const taskAssigned: BuiltinTemplate = ({ task_assigned: own }) => ({
  subject: own.subject,
  preheader: own.preheader,
  blocks: [
    logo,
    subtitle("what", `{% if task.isCall %}${own.call}{% else %}${own.todo}{% endif %}`),
    title("{{ task.title }}"),
    { id: "note", type: "html", html: "{% if task.note != blank %}<p>{{ task.note | newline_to_br }}</p>{% endif %}" },
    factRows("facts", [
      { label: own.due, value: "{{ task.dueAt | date: 'datetime' }}" },
      { label: own.customer, value: "{{ task.person }}", when: "task.person != blank" },
      { label: own.phone, value: "{{ task.phone }}", when: "task.phone != blank" },
      { label: own.email, value: "{{ task.email }}", when: "task.email != blank" },
      { label: own.order, value: "#{{ task.orderNumber }}", when: "task.orderNumber != blank" },
    ]),
    // Nobody is counted who only does what he is asked for.
    { id: "open", type: "button", label: own.button, url: "{{ task.url }}", isTracked: false },
    { ...footer, reason: own.why },
  ],
})
