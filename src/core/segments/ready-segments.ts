import type { Clause, Match, Rule } from "./rule"

/** A segment that is there from the beginning; from then on it is the merchant's own, to change or delete. */
export type ReadySegment = { key: string; name: { en: string; de: string }; rule: Rule }

const aRule = (match: Match, ...rules: Clause[]): Rule => ({ version: 1, match, rules })
const buyers = (atLeast: number): Clause => ({ kind: "orders", measure: "count", op: "at_least", value: atLeast })
const reader: Clause = { kind: "consent", states: ["subscribed"] }
const lately = (days: number) => ({ kind: "last", days }) as const

/** What most shops ask first (F23). A key is never used again for another question. */
export const READY_SEGMENTS: readonly ReadySegment[] = [
  {
    key: "not_ordered_yet",
    name: { en: "Subscribers who have not ordered yet", de: "Abonnenten, die noch nichts bestellt haben" },
    rule: aRule("all", reader, { kind: "bought", op: "never", what: "anything" }),
  },
  {
    key: "new_customers",
    name: { en: "First order in the last 30 days", de: "Erste Bestellung in den letzten 30 Tagen" },
    rule: aRule("all", { kind: "order_date", which: "first", within: lately(30) }),
  },
  {
    key: "regulars",
    name: { en: "Regular customers (three orders or more)", de: "Stammkunden (ab drei Bestellungen)" },
    rule: aRule("all", buyers(3)),
  },
  {
    key: "champions",
    name: { en: "Best customers", de: "Beste Kunden" },
    rule: aRule("all", { kind: "rfm", groups: ["champions"] }),
  },
  {
    key: "at_risk",
    name: { en: "Good customers who stay away", de: "Gute Kunden, die wegbleiben" },
    rule: aRule("all", { kind: "rfm", groups: ["at_risk", "cannot_lose"] }),
  },
  {
    key: "asleep_buyers",
    name: { en: "Nothing ordered for a year", de: "Seit einem Jahr nichts bestellt" },
    rule: aRule("all", { kind: "order_date", which: "last", within: { kind: "longer_ago", days: 365 } }),
  },
  {
    key: "left_cart",
    name: { en: "Left a cart behind in the last 14 days", de: "Warenkorb in den letzten 14 Tagen stehen lassen" },
    rule: aRule("all", { kind: "cart", op: "has", state: "abandoned", within: lately(14) }),
  },
  {
    key: "looked_only",
    name: {
      en: "Visited in the last 30 days, but ordered nothing",
      de: "In den letzten 30 Tagen da, aber nichts bestellt",
    },
    rule: aRule(
      "all",
      { kind: "visit", op: "has", what: "site", within: lately(30) },
      { kind: "bought", op: "never", what: "anything", within: lately(30) },
    ),
  },
  {
    key: "active_readers",
    name: { en: "Opened or clicked in the last 90 days", de: "In den letzten 90 Tagen geöffnet oder geklickt" },
    rule: aRule(
      "any",
      { kind: "mail", op: "opened", of: { kind: "any" }, within: lately(90) },
      { kind: "mail", op: "clicked", of: { kind: "any" }, within: lately(90) },
    ),
  },
  {
    key: "asleep_readers",
    name: { en: "Opened none of the last five mailings", de: "Keine der letzten fünf Aussendungen geöffnet" },
    rule: aRule("all", reader, { kind: "mail", op: "not_opened", of: { kind: "last", count: 5 } }),
  },
  {
    key: "birthdays",
    name: { en: "Birthday in the next 30 days", de: "Geburtstag in den nächsten 30 Tagen" },
    rule: aRule("all", { kind: "birthday", op: "within", days: 30 }),
  },
]
