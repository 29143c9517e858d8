import type { Condition, ConditionOf } from "./conditions"
import type { Clause, Match, Rule } from "./rule"
import type { TimeSpan } from "./time-span"

/** A piece of a sentence: the key of its words and what is put into them. Keys are below `segments.sentence`. */
export type Say = (key: string, values?: Record<string, string | number>) => string

/** What ids stand for; an id that nobody knows any more is said as it is. */
export type NamedThing =
  | "product"
  | "variant"
  | "category"
  | "collection"
  | "product_tag"
  | "topic"
  | "mailing"
  | "segment"
  | "field"
  | "poll"
  | "poll_answer"

export type Speaker = {
  say: Say
  /** "a, b or c" in the language of the reader. */
  list(parts: string[], how: "and" | "or"): string
  number(value: number): string
  money(value: number, currency: string): string
  /** A day given as YYYY-MM-DD. */
  day(iso: string): string
  month(month: number): string
  nameOf(thing: NamedThing, id: string): string
}

/** The whole rule as one sentence that a shop owner would say. */
export function segmentSentence(rule: Rule, speaker: Speaker): string {
  if (rule.rules.length === 0) return speaker.say("everybody")
  return speaker.say("who", { rule: groupWords(rule, speaker) })
}

function groupWords({ match, rules }: { match: Match; rules: Clause[] }, speaker: Speaker): string {
  const parts = rules.map((one) => (one.kind === "group" ? bracketed(one, speaker) : conditionWords(one, speaker)))
  if (match === "none") return speaker.say("none", { rules: speaker.list(parts, "or") })
  return speaker.list(parts, match === "all" ? "and" : "or")
}

function bracketed(group: { match: Match; rules: Clause[] }, speaker: Speaker): string {
  const words = groupWords(group, speaker)
  return group.rules.length > 1 && group.match !== "none" ? speaker.say("group", { rules: words }) : words
}

/** One condition as a part of the sentence, also shown by itself beside "why is she in it". */
export function conditionWords(condition: Condition, speaker: Speaker): string {
  const { say, list, nameOf } = speaker
  switch (condition.kind) {
    case "profile":
      return say(`profile.${condition.field}.${condition.op}`, {
        values: "values" in condition ? list(condition.values, "or") : "",
      })
    case "birthday":
      return birthdayWords(condition, speaker)
    case "field":
      return fieldWords(condition, speaker)
    case "tag":
      return say(`tag.${condition.op}`, {
        values: list(
          condition.tags.map((one) => quoted(one, speaker)),
          condition.op === "all" ? "and" : "or",
        ),
      })
    case "topic":
      return say(`topic.${condition.state}`, { topic: quoted(nameOf("topic", condition.topic_id), speaker) })
    case "consent":
      return list(
        condition.states.map((state) => say(`consent.${state}`)),
        "or",
      )
    case "orders":
      return ordersWords(condition, speaker)
    case "order_date":
      return say(`orderDate.${condition.which}`, { time: timeWords(condition.within, speaker) })
    case "bought":
      return boughtWords(condition, speaker)
    case "cart":
      return cartWords(condition, speaker)
    case "visit":
      return visitWords(condition, speaker)
    case "mail":
      return mailWords(condition, speaker)
    case "poll":
      return pollWords(condition, speaker)
    case "rfm":
      return rfmWords(condition, speaker)
    case "segment":
      return say(`segment.${condition.op}`, { name: quoted(nameOf("segment", condition.segment_id), speaker) })
  }
}

export function timeWords(span: TimeSpan, { say, day }: Speaker): string {
  switch (span.kind) {
    case "last":
    case "longer_ago":
      return say(`time.${span.kind}`, { count: span.days })
    case "between":
      return say("time.between", { from: day(span.from), to: day(span.to) })
    case "since":
    case "until":
      return say(`time.${span.kind}`, { day: day(span.day) })
  }
}

/** " in the last 30 days", with the space before it; "" without a time. */
function then(span: TimeSpan | undefined, speaker: Speaker): string {
  return span ? ` ${timeWords(span, speaker)}` : ""
}

function birthdayWords(condition: ConditionOf<"birthday">, { say, list, month, day }: Speaker): string {
  switch (condition.op) {
    case "in_months":
      return say("birthday.in_months", { months: list(condition.months.map(month), "or") })
    case "on":
      return say("birthday.on", { day: say("birthday.day", { day: condition.day, month: month(condition.month) }) })
    case "within":
      return say(condition.days === 0 ? "birthday.today" : "birthday.within", { count: condition.days })
    default:
      return say(`birthday.${condition.op}`, { day: day("2000-01-01") })
  }
}

function fieldWords(condition: ConditionOf<"field">, speaker: Speaker): string {
  const { say, list, number, day } = speaker
  const field = quoted(speaker.nameOf("field", condition.key), speaker)
  if (condition.op === "known" || condition.op === "unknown") return say(`field.${condition.op}`, { field })
  switch (condition.type) {
    case "text":
    case "choice":
      return say(`field.${condition.op}`, {
        field,
        values:
          "values" in condition
            ? list(
                condition.values.map((one) => quoted(one, speaker)),
                "or",
              )
            : "",
      })
    case "boolean":
      return say("value" in condition && condition.value ? "field.yes" : "field.no", { field })
    case "number":
      if (!("value" in condition)) return field
      if (condition.op === "between")
        return say("field.between", { field, from: number(condition.value), to: number(condition.to) })
      return say(`field.compare`, { field, value: say(`compare.${condition.op}`, { value: number(condition.value) }) })
    case "date":
      if (condition.op === "within") return say("field.within", { field, time: timeWords(condition.within, speaker) })
      if (condition.op === "next") return say("field.next", { field, count: condition.days })
      return say("field.date", { field, day: "day" in condition ? day(condition.day) : "" })
  }
}

function ordersWords(condition: ConditionOf<"orders">, speaker: Speaker): string {
  const { say, number, money } = speaker
  const value = condition.measure === "count" ? number(condition.value) : money(condition.value, condition.currency)
  const time = then(condition.within, speaker)
  if (condition.measure === "count" && condition.value === 0 && condition.op === "is")
    return say("orders.none", { time })
  return say(`orders.${condition.measure}`, { value: say(`compare.${condition.op}`, { value }), time })
}

function boughtWords(condition: ConditionOf<"bought">, speaker: Speaker): string {
  const { say } = speaker
  const time = then(condition.within, speaker)
  if (condition.what === "anything") return say(`bought.${condition.op}_anything`, { time })
  const things = namesOf(condition.what, condition.ids, speaker)
  return say(`bought.${condition.op}`, { things: say(`bought.${condition.what}`, { things }), time })
}

function cartWords(condition: ConditionOf<"cart">, speaker: Speaker): string {
  const { say, money } = speaker
  const things = condition.products ? say("cart.with", { things: namesOf("product", condition.products, speaker) }) : ""
  const worth = condition.worth
    ? say("cart.worth", { value: money(condition.worth.value, condition.worth.currency) })
    : ""
  return say(`cart.${condition.op}_${condition.state}`, { worth, things, time: then(condition.within, speaker) })
}

function visitWords(condition: ConditionOf<"visit">, speaker: Speaker): string {
  const { say } = speaker
  const count = condition.times ?? 1
  const deed = say(`visit.${condition.what}`, {
    section: "section" in condition ? quoted(condition.section || "…", speaker) : "",
    things: "ids" in condition ? namesOf(condition.what, condition.ids, speaker) : "",
  })
  const form = condition.op === "has_not" && count > 1 ? "fewer" : condition.op
  const times = count > 1 ? say("visit.times", { count }) : ""
  return say(`visit.${form}`, { deed, count, times, time: then(condition.within, speaker) })
}

function namesOf(thing: NamedThing, ids: string[], speaker: Speaker): string {
  return speaker.list(
    ids.map((id) => quoted(speaker.nameOf(thing, id), speaker)),
    "or",
  )
}

function mailWords(condition: ConditionOf<"mail">, speaker: Speaker): string {
  const { say } = speaker
  const link = "link" in condition && condition.link ? say("mail.link", { link: quoted(condition.link, speaker) }) : ""
  const form = condition.op.startsWith("not_") && condition.within ? `${condition.op}_within` : condition.op
  return say(`mail.${form}`, { mails: mailsWords(condition, speaker), link, time: then(condition.within, speaker) })
}

function mailsWords({ of, op }: ConditionOf<"mail">, speaker: Speaker): string {
  const { say } = speaker
  if (of.kind === "last") return say(op.startsWith("not_") ? "mail.noneOfLast" : "mail.ofLast", { count: of.count })
  if (of.kind === "mailings") return say("mail.ofMailings", { mailings: namesOf("mailing", of.ids, speaker) })
  return say(op.startsWith("not_") ? "mail.noMail" : "mail.anyMail")
}

/** An answer is named by its poll and number. */
function pollWords({ op, poll_id: id, answers, within }: ConditionOf<"poll">, speaker: Speaker): string {
  const { say, list, nameOf } = speaker
  const poll = quoted(nameOf("poll", id), speaker)
  const chosen = answers?.map((one) => quoted(nameOf("poll_answer", `${id}:${one}`), speaker))
  return say(chosen ? `poll.${op}_so` : `poll.${op}`, {
    poll,
    answers: chosen ? list(chosen, "or") : "",
    time: then(within, speaker),
  })
}

function rfmWords(condition: ConditionOf<"rfm">, speaker: Speaker): string {
  const { say, list, number } = speaker
  const fifths = (["recency", "frequency", "monetary"] as const).flatMap((axis) => {
    const wanted = condition[axis]
    return wanted ? [say(`rfm.${axis}`, { fifths: list(wanted.map(number), "or") })] : []
  })
  const groups = condition.groups
    ? [
        say("rfm.groups", {
          groups: list(
            condition.groups.map((one) => quoted(say(`rfm.group.${one}`), speaker)),
            "or",
          ),
        }),
      ]
    : []
  return list([...groups, ...fifths], "and")
}

/** Languages have quotation marks of their own. */
const quoted = (name: string, { say }: Speaker) => say("quoted", { name })
