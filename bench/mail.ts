import type { CompiledTemplate } from "../src/core/templates/contexts"

/** A personalised mail of about 8 KB with five tracked links, a pixel and an unsubscribe link: the same for all candidates. */
const FILLER = "Soft cotton, made to last, in the colours of the season; washed once, worn for years. ".repeat(15)
const LINKS = [0, 1, 2, 3, 4]

export const BENCH_TEMPLATE: CompiledTemplate = {
  subject: "{{ contact.firstName }}, five new things from {{ shop.name }}",
  preheader: "Picked for {{ contact.city }}",
  html:
    `<html><body><h1>Hello {{ contact.firstName }} {{ contact.lastName }}</h1><p>{{ contact.city }}, {{ contact.points }} points</p>` +
    LINKS.map(
      (n) => `<p style="margin:0 0 16px"><a href="{% mail_link ${n} %}">Shop the collection ${n}</a> ${FILLER}</p>`,
    ).join("\n") +
    `<p>{{ shop.postalAddress }} <a href="{{ unsubscribeUrl }}">Unsubscribe</a></p>{% mail_pixel %}</body></html>`,
  plain: `Hello {{ contact.firstName }}\n\nFive new things for {{ contact.city }}.\n\nUnsubscribe: {{ unsubscribeUrl }}\n`,
  links: LINKS.map((n) => `https://shop.example/collection/${n}`),
  variables: ["contact"],
}

export const contextOf = (n: number) => ({
  contact: { firstName: `Ada ${n}`, lastName: "Lovelace", city: "Zürich", points: n },
})
