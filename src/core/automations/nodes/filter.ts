import { z } from "zod"
import { ruleSchema } from "../../segments/rule"
import type { Facts } from "../facts"
import { nodeKind, type Asked, type Decision, type References } from "../node-kind"
import { matchingLines, productsOf, purchaseMatchSchema } from "../purchase-match"
import type { Question } from "../questions"
import type { WayReason } from "../way-reasons"

const schema = z.discriminatedUnion("rule", [
  z.object({ rule: z.literal("bought"), match: purchaseMatchSchema }),
  z.object({ rule: z.literal("cart_still_open") }),
  z.object({ rule: z.literal("has_account") }),
  z.object({ rule: z.literal("in_segment"), segmentId: z.string().trim().min(1, "choose a segment").max(64) }),
  z.object({ rule: z.literal("matches"), matches: ruleSchema }),
])
export type FilterSettings = z.infer<typeof schema>

/** Parts the ways: by the occurrence, or by the same rules as segments, read at this moment. */
export const filter = nodeKind({
  kind: "filter",
  group: "flow",
  settings: schema,
  defaults: { rule: "matches", matches: { version: 1, match: "all", rules: [] } },
  rests: false,
  exitsOf: () => ["yes", "no"],
  decide,
  references,
})

function references(settings: FilterSettings): References {
  if (settings.rule === "in_segment") return { segment: [settings.segmentId] }
  return settings.rule === "bought" ? productsOf(settings.match) : {}
}

function decide(asked: Asked<FilterSettings>): Decision {
  const { settings } = asked
  switch (settings.rule) {
    case "in_segment": {
      const question = { about: "in_segment", segmentId: settings.segmentId } as const
      return byPerson(asked.know(question), question, settings)
    }
    case "matches": {
      const question = { about: "matches", rule: settings.matches } as const
      return byPerson(asked.know(question), question, settings)
    }
    default:
      return byOccurrence(settings, asked)
  }
}

function byPerson(isIn: boolean | undefined, question: Question, { rule }: FilterSettings): Decision {
  if (isIn === undefined) return { ask: [question] }
  const reason = isIn ? "rule_holds" : "rule_does_not_hold"
  return {
    go: isIn ? "yes" : "no",
    effects: [{ kind: "decision", verdict: "went", reason, saw: { rule, isIn } }],
  }
}

type OccurrenceRule = Extract<FilterSettings, { rule: "bought" | "cart_still_open" | "has_account" }>

function byOccurrence(rule: OccurrenceRule, { know, node }: Asked<FilterSettings>): Decision {
  const facts = know({ about: "occurrence" })
  if (!facts) return { ask: [{ about: "occurrence" }] }
  const reason = whyNot(rule, facts)
  if (!reason) return { go: "yes" }
  const verdict = node.exits.no ? "went" : "left"
  return {
    go: "no",
    outcome: reason,
    effects: [{ kind: "decision", verdict, reason, saw: { rule: rule.rule, cart: facts.cart } }],
  }
}

function whyNot(rule: OccurrenceRule, facts: Facts): WayReason | null {
  switch (rule.rule) {
    case "bought":
      return matchingLines(rule.match, facts.lines, facts.salesChannelId).length > 0 ? null : "nothing_matches"
    case "cart_still_open":
      if (!facts.cart || facts.cart.isBought) return "cart_bought"
      return facts.cart.itemCount === 0 ? "cart_emptied" : null
    case "has_account":
      return facts.shopper.hasAccount ? null : "no_account"
  }
}
