import type { Fact } from "../../src/core/templates/facts"
import { lineContent, richContentOf } from "../../src/core/templates/upgrade-document"
import type { Texts } from "../texts/texts"
import type { BlockInput, BuiltinContent } from "./template"

export const logo: BlockInput = { id: "logo", type: "logo" }
export const footer: BlockInput = { id: "footer", type: "footer" }
export const divider = (id: string): BlockInput => ({ id, type: "divider" })

export const title = (text: string, more: Partial<BlockInput> = {}): BlockInput => ({
  id: "heading",
  type: "heading",
  content: lineContent(text),
  ...more,
})

export const subtitle = (id: string, text: string): BlockInput => ({
  id,
  type: "heading",
  level: 3,
  content: lineContent(text),
})

export const words = (id: string, text: string, more: Partial<BlockInput> = {}): BlockInput => ({
  id,
  type: "text",
  content: richContentOf(text),
  ...more,
})

export const note = (id: string, text: string, more: Partial<BlockInput> = {}): BlockInput =>
  words(id, text, { size: "small", ...more })

export const only = (fact: Fact, is = true): Partial<BlockInput> => ({ condition: { fact, is } })

type Words = { subject: string; preheader: string; heading: string }

/** The frame of every built-in: logo, heading, what it has to say, footer. */
export function mail({ subject, preheader, heading }: Words, blocks: BlockInput[]): BuiltinContent {
  return { subject, preheader, blocks: [logo, title(heading), ...blocks, footer] }
}

/** "Hello Ada," where the first name is known, else "Hello,". */
export function greeting(
  { common }: Texts,
  name: string,
  known: Partial<BlockInput>,
  unknown: Partial<BlockInput>,
): BlockInput[] {
  return [
    words("greeting", common.helloName.replace("{{ name }}", `{{ ${name} }}`), known),
    words("greeting-plain", common.hello, unknown),
  ]
}

export const orderGreeting = (texts: Texts): BlockInput[] =>
  greeting(texts, "order.firstName", only("order_has_first_name"), only("order_has_first_name", false))

/** A one-time link: never rewritten, and in full below, for readers whose program breaks the button. */
export const secretButton = (label: string, url: string): BlockInput => ({
  id: "button",
  type: "button",
  label,
  url,
  isTracked: false,
  isAddressShown: true,
})

export const orderButton = ({ common }: Texts): BlockInput => ({
  id: "order-button",
  type: "button",
  label: common.viewOrder,
  url: "{{ order.url }}",
  ...only("order_has_page"),
})
