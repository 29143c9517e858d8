import i18next from "i18next"
import { de } from "../../admin/texts/de"
import { en } from "../../admin/texts/en"
import type { Condition } from "../../src/core/segments/conditions"
import type { Clause, Match, Rule } from "../../src/core/segments/rule"
import { conditionWords, segmentSentence, type Speaker } from "../../src/core/segments/segment-sentence"

const NAMES: Record<string, string> = {
  pcat_boots: "Boots",
  mml_1: "Spring",
  mseg_1: "Regulars",
  size: "Shoe size",
  mtop_1: "News",
}

async function aSpeaker(locale: "en" | "de"): Promise<Speaker> {
  const i18n = i18next.createInstance()
  await i18n.init({
    lng: locale,
    resources: { [locale]: { mailroom: locale === "en" ? en : de } },
    ns: "mailroom",
    defaultNS: "mailroom",
  })
  const list = (type: "conjunction" | "disjunction") => new Intl.ListFormat(locale, { type })
  return {
    say: (key, values) => {
      if (!i18n.exists(`segments.sentence.${key}`, { count: Number(values?.count ?? 1) }))
        throw new Error(`No text for ${key}`)
      return i18n.t(`segments.sentence.${key}`, { ...values, interpolation: { escapeValue: false } })
    },
    list: (parts, how) => list(how === "and" ? "conjunction" : "disjunction").format(parts),
    number: (value) => String(value),
    money: (value, currency) => `${value} ${currency.toUpperCase()}`,
    day: (iso) => iso,
    month: (n) => new Intl.DateTimeFormat(locale, { month: "long" }).format(new Date(Date.UTC(2024, n - 1, 15))),
    nameOf: (_thing, id) => NAMES[id] ?? id,
  }
}

const aRule = (match: Match, ...rules: Clause[]): Rule => ({ version: 1, match, rules })
const boots: Condition = {
  kind: "bought",
  op: "ever",
  what: "category",
  ids: ["pcat_boots"],
  within: { kind: "last", days: 90 },
}
const asleep: Condition = { kind: "mail", op: "not_opened", of: { kind: "last", count: 3 } }
const nearby: Condition = { kind: "profile", field: "country", op: "is", values: ["DE", "AT"] }

describe("a rule as a sentence", () => {
  it.each<["en" | "de", string]>([
    [
      "en",
      "Everybody who has bought any of “Boots” in the last 90 days, did not open any of the last 3 mailings (as far as can be known), and lives in DE or AT.",
    ],
    [
      "de",
      "Alle, auf die zutrifft: hat in den letzten 90 Tagen etwas aus „Boots“ gekauft, hat die letzten 3 Aussendungen nicht geöffnet (soweit man es wissen kann) und wohnt in DE oder AT.",
    ],
  ])("reads in %s as a shop owner would say it", async (locale, sentence) => {
    expect(segmentSentence(aRule("all", boots, asleep, nearby), await aSpeaker(locale))).toBe(sentence)
  })

  it("sets groups in brackets where they could be read otherwise", async () => {
    const speaker = await aSpeaker("en")
    const vip: Condition = { kind: "tag", op: "any", tags: ["vip"] }
    expect(segmentSentence(aRule("all", nearby, { kind: "group", match: "any", rules: [vip, boots] }), speaker)).toBe(
      "Everybody who lives in DE or AT and (has the tag “vip” or has bought any of “Boots” in the last 90 days).",
    )
    expect(segmentSentence(aRule("none", nearby, vip), speaker)).toBe(
      "Everybody who does not fit any of these: lives in DE or AT or has the tag “vip”.",
    )
    expect(segmentSentence(aRule("all"), speaker)).toBe("Everybody.")
  })

  const span = { kind: "last", days: 1 } as const
  const EVERY: Condition[] = [
    ...(["name", "first_name", "last_name", "email_domain", "locale", "country", "time_zone"] as const).flatMap(
      (field): Condition[] => [
        { kind: "profile", field, op: "is", values: ["x"] },
        { kind: "profile", field, op: "is_not", values: ["x"] },
        { kind: "profile", field, op: "known" },
        { kind: "profile", field, op: "unknown" },
      ],
    ),
    ...(["name", "first_name", "last_name", "email_domain"] as const).map((field): Condition => ({
      kind: "profile",
      field,
      op: "contains",
      values: ["x"],
    })),
    { kind: "birthday", op: "in_months", months: [1, 2] },
    { kind: "birthday", op: "on", month: 2, day: 29 },
    { kind: "birthday", op: "within", days: 0 },
    { kind: "birthday", op: "within", days: 7 },
    { kind: "birthday", op: "known" },
    { kind: "birthday", op: "unknown" },
    { kind: "field", key: "size", type: "text", op: "is", values: ["x"] },
    { kind: "field", key: "size", type: "text", op: "is_not", values: ["x"] },
    { kind: "field", key: "size", type: "text", op: "contains", values: ["x"] },
    { kind: "field", key: "size", type: "boolean", op: "is", value: true },
    { kind: "field", key: "size", type: "boolean", op: "is", value: false },
    { kind: "field", key: "size", type: "number", op: "less", value: 3 },
    { kind: "field", key: "size", type: "number", op: "between", value: 3, to: 4 },
    { kind: "field", key: "size", type: "date", op: "within", within: span },
    { kind: "field", key: "size", type: "date", op: "next", days: 3 },
    { kind: "field", key: "size", type: "date", op: "is", day: "2026-01-01" },
    { kind: "field", key: "size", type: "date", op: "known" },
    { kind: "field", key: "size", type: "date", op: "unknown" },
    ...(["any", "all", "none"] as const).map((op): Condition => ({ kind: "tag", op, tags: ["x", "y"] })),
    ...(["subscribed", "pending", "unsubscribed", "none"] as const).map((state): Condition => ({
      kind: "topic",
      topic_id: "mtop_1",
      state,
    })),
    { kind: "consent", states: ["never_asked", "pending", "subscribed", "unsubscribed"] },
    { kind: "orders", measure: "count", op: "is", value: 0, within: span },
    { kind: "orders", measure: "count", op: "at_least", value: 2 },
    { kind: "orders", measure: "net_spend", currency: "eur", op: "at_most", value: 2, within: span },
    { kind: "orders", measure: "average", currency: "eur", op: "more", value: 2 },
    { kind: "order_date", which: "first", within: { kind: "since", day: "2026-01-01" } },
    { kind: "order_date", which: "last", within: { kind: "longer_ago", days: 30 } },
    { kind: "bought", op: "ever", what: "anything", within: { kind: "until", day: "2026-01-01" } },
    {
      kind: "bought",
      op: "never",
      what: "anything",
      within: { kind: "between", from: "2026-01-01", to: "2026-02-01" },
    },
    ...(["product", "variant", "category", "collection", "product_tag"] as const).flatMap((what): Condition[] => [
      { kind: "bought", op: "ever", what, ids: ["x"] },
      { kind: "bought", op: "never", what, ids: ["x"], within: span },
    ]),
    ...(["has", "has_not"] as const).flatMap((op): Condition[] => [
      { kind: "cart", op, state: "open" },
      { kind: "cart", op, state: "abandoned", worth: { value: 3, currency: "eur" }, within: span },
    ]),
    { kind: "cart", op: "has", state: "open", products: ["x", "y"] },
    ...(["has", "has_not"] as const).flatMap((op): Condition[] => [
      { kind: "visit", op, what: "site", within: span },
      { kind: "visit", op, what: "section", section: "/sale", times: 3 },
      { kind: "visit", op, what: "product", ids: ["x"], times: 1 },
      { kind: "visit", op, what: "category", ids: ["pcat_boots"], times: 2, within: span },
    ]),
    ...(["answered", "not_answered"] as const).flatMap((op): Condition[] => [
      { kind: "poll", op, poll_id: "mpoll_1", within: span },
      { kind: "poll", op, poll_id: "mpoll_1", answers: [1, 2] },
    ]),
    ...(["sent", "not_sent"] as const).flatMap((op): Condition[] => [
      { kind: "mail", op, of: { kind: "any" }, within: span },
      { kind: "mail", op, of: { kind: "mailings", ids: ["mml_1"] } },
    ]),
    ...(["opened", "not_opened", "clicked", "not_clicked"] as const).flatMap((op): Condition[] => [
      { kind: "mail", op, of: { kind: "any" }, within: span },
      { kind: "mail", op, of: { kind: "mailings", ids: ["mml_1"] } },
      { kind: "mail", op, of: { kind: "last", count: 1 }, within: span },
    ]),
    { kind: "mail", op: "clicked", of: { kind: "any" }, link: "/boots" },
    { kind: "rfm", groups: ["champions", "loyal"], recency: [5], frequency: [1, 2], monetary: [3] },
    { kind: "segment", op: "in", segment_id: "mseg_1" },
    { kind: "segment", op: "not_in", segment_id: "mseg_1" },
  ]

  it.each(["en", "de"] as const)("has words in %s for every condition, and no hole in any of them", async (locale) => {
    const speaker = await aSpeaker(locale)
    for (const condition of EVERY) {
      const words = conditionWords(condition, speaker)
      expect(words).toMatch(/\S+ \S+/)
      expect(words).not.toMatch(/\{\{|undefined|NaN| {2}| $|segments\.sentence/)
    }
  })
})
