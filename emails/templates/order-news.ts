import type { Texts } from "../texts/texts"
import { mail, note, orderButton, orderGreeting, subtitle, words } from "./parts"
import type { BlockInput, BuiltinContent } from "./template"

type Words = { subject: string; preheader: string; heading: string; intro: string }

/** What most mails about an order have in common, so that they look alike. `middle`: what only this news has. */
export function orderNews(texts: Texts, own: Words, middle: BlockInput[]): BuiltinContent {
  return mail(own, [
    ...orderGreeting(texts),
    words("intro", own.intro),
    ...middle,
    { id: "space", type: "spacer", height: 20 },
    orderButton(texts),
    note("questions", texts.common.questions),
  ])
}

/** Order number and date, and nothing else. */
export const facts: BlockInput = { id: "order", type: "order", lines: "none", isTotalsShown: false }

/** The lines that the mail is about, without prices. */
export const concerned = (heading: string, more: Partial<BlockInput> = {}): BlockInput[] => [
  facts,
  subtitle("items-heading", heading),
  {
    id: "items",
    type: "order",
    lines: "concerned",
    isFactsShown: false,
    isPriceShown: false,
    isTotalsShown: false,
    ...more,
  },
]
