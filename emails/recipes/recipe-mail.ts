import type { BuiltinLocale } from "../../src/core/templates/contexts"
import type { Say } from "../layouts/layout"
import { greeting, mail, only, orderGreeting, words } from "../templates/parts"
import type { BlockInput, BuiltinContent } from "../templates/template"
import type { Texts } from "../texts/texts"

export type InAllLanguages = Record<BuiltinLocale, string>
export type Writing = { say: Say; texts: Texts }

/** A mail of a recipe. `key` is what its automation's send node calls it until it is installed. */
export type RecipeMail = { key: string; content: (writing: Writing) => BuiltinContent }

type Lines = { subject: InAllLanguages; preheader: InAllLanguages; heading: InAllLanguages }

/** Heading, greeting by name where one is known, what there is to say, footer. */
export function letter({ say, texts }: Writing, lines: Lines, to: "customer" | "order", blocks: BlockInput[]) {
  const { subject, preheader, heading } = lines
  const said = { subject: say(subject), preheader: say(preheader), heading: say(heading) }
  return mail(said, [...greetingOf(texts, to), ...blocks])
}

function greetingOf(texts: Texts, to: "customer" | "order"): BlockInput[] {
  if (to === "order") return orderGreeting(texts)
  return greeting(texts, "customer.firstName", only("customer_has_first_name"), only("customer_has_first_name", false))
}

export const saying = ({ say }: Writing, id: string, text: InAllLanguages): BlockInput => words(id, say(text))

export const shopButton = ({ texts }: Writing): BlockInput => ({
  id: "button",
  type: "button",
  label: texts.common.visitShop,
  url: "{{ shop.url }}",
  ...only("shop_has_url"),
})

/** The product that the mail is about, with the reader's price and a button to its page. */
export const theProduct = ({ say }: Writing, label: InAllLanguages): BlockInput => ({
  id: "product",
  type: "products",
  source: "product",
  columns: 1,
  count: 1,
  isButtonShown: true,
  buttonLabel: say(label),
})

export const grid = (id: string, source: "newest" | "best_sellers", columns: 2 | 3, count: number): BlockInput => ({
  id,
  type: "products",
  source,
  columns,
  count,
})
