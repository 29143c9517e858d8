import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import type { Condition } from "../../../src/core/segments/conditions"
import { conditionsOf, type Rule } from "../../../src/core/segments/rule"
import type { NamedThing, Speaker } from "../../../src/core/segments/segment-sentence"
import type { Poll } from "../../parts/api/polls"
import type { Segment } from "../../parts/api/segments"
import { useThings, type PickerKind } from "../../parts/shop-picker"
import { useRead } from "../../parts/use-mailroom"
import { useTopics } from "../../parts/use-topics"
import { TEXT_NAMESPACE } from "../../parts/use-text"

export type FieldChoice = {
  key: string
  label: string
  type: "text" | "number" | "date" | "boolean" | "choice"
  choices: string[]
}
export type MailingChoice = { id: string; name: string | null; subject: string; state: string }

/** What conditions can name; each list is read once and shared by all rows. */
export function useChoices() {
  const fields = useRead<{ contact_fields: (FieldChoice & { is_archived?: boolean })[] }>("/contact-fields")
  const mailings = useRead<{ mailings: MailingChoice[] }>("/mailings", { query: { limit: 100 } })
  const segments = useRead<{ segments: Segment[] }>("/segments")
  const polls = useRead<{ polls: Poll[] }>("/polls")
  const known = useRead<{ tags: string[]; countries: string[] }>("/contacts/choices")
  return {
    topics: useTopics(),
    fields: (fields.data?.contact_fields ?? []).filter((one) => !one.is_archived),
    mailings: (mailings.data?.mailings ?? []).filter(({ state }) => state !== "draft" && state !== "scheduled"),
    segments: segments.data?.segments ?? [],
    polls: polls.data?.polls ?? [],
    tags: known.data?.tags ?? [],
    countries: known.data?.countries ?? [],
  }
}

export type Choices = ReturnType<typeof useChoices>

const PICKED = {
  product: "product",
  variant: "variant",
  category: "category",
  collection: "collection",
  product_tag: "tag",
} as const

/** Says rules in the language of the admin, with the names of what they mention. */
export function useSpeaker(rule: Rule, choices: Choices): Speaker {
  const { t, i18n } = useTranslation(TEXT_NAMESPACE)
  const shop = {
    product: useShopNames("product", rule),
    variant: useShopNames("variant", rule),
    category: useShopNames("category", rule),
    collection: useShopNames("collection", rule),
    product_tag: useShopNames("product_tag", rule),
  }
  const locale = (i18n.language || "en").replace(/([a-z])([A-Z])/, "$1-$2")
  const known: Record<NamedThing, (id: string) => string | null | undefined> = {
    product: (id) => shop.product.get(id),
    variant: (id) => shop.variant.get(id),
    category: (id) => shop.category.get(id),
    collection: (id) => shop.collection.get(id),
    product_tag: (id) => shop.product_tag.get(id),
    topic: (id) => choices.topics.find((one) => one.id === id)?.name,
    segment: (id) => choices.segments.find((one) => one.id === id)?.name,
    poll: (id) => choices.polls.find((one) => one.id === id)?.name,
    poll_answer: (place) => {
      const [id, number] = place.split(":")
      const poll = choices.polls.find((one) => one.id === id)
      return poll?.answers.find((one) => one.number === Number(number))?.text ?? number
    },
    field: (key) => choices.fields.find((one) => one.key === key)?.label,
    mailing: (id) => {
      const mailing = choices.mailings.find((one) => one.id === id)
      return mailing?.name ?? mailing?.subject
    },
  }
  const words = useMemo(() => wordsOf(locale), [locale])
  return {
    ...words,
    say: (key, values) => t(`segments.sentence.${key}`, { ...values, interpolation: { escapeValue: false } }) as string,
    nameOf: (thing, id) => known[thing](id) || id || "…",
  }
}

function wordsOf(locale: string): Pick<Speaker, "list" | "number" | "money" | "day" | "month"> {
  const and = new Intl.ListFormat(locale, { type: "conjunction" })
  const or = new Intl.ListFormat(locale, { type: "disjunction" })
  const number = new Intl.NumberFormat(locale)
  const day = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" })
  const month = new Intl.DateTimeFormat(locale, { month: "long", timeZone: "UTC" })
  return {
    list: (parts, how) => (parts.length === 0 ? "…" : (how === "and" ? and : or).format(parts)),
    number: (value) => number.format(value),
    money: (value, currency) => moneyOf(locale, value, currency),
    day: (iso) => (Number.isNaN(Date.parse(iso)) ? "…" : day.format(new Date(`${iso}T00:00:00Z`))),
    month: (n) => month.format(new Date(Date.UTC(2024, n - 1, 1))),
  }
}

/** A currency that is still being typed is shown as it stands. */
function moneyOf(locale: string, value: number, currency: string): string {
  if (!/^[a-z]{3}$/i.test(currency)) return `${value} ${currency}`
  return new Intl.NumberFormat(locale, { style: "currency", currency, minimumFractionDigits: 0 }).format(value)
}

function useShopNames(thing: keyof typeof PICKED, rule: Rule): Map<string, string> {
  const ids = [...new Set(conditionsOf(rule).flatMap((one) => idsOf(one, thing)))].sort()
  const { data } = useThings(PICKED[thing] satisfies PickerKind, { id: ids }, ids.length > 0)
  return new Map((ids.length > 0 ? data : undefined)?.map(({ id, name }) => [id, name]))
}

function idsOf(condition: Condition, thing: string): string[] {
  if (condition.kind === "cart") return thing === "product" ? (condition.products ?? []) : []
  const hasThings = condition.kind === "bought" || condition.kind === "visit"
  return hasThings && condition.what === thing && "ids" in condition ? condition.ids : []
}
