import type { Condition, ConditionKind } from "../../../src/core/segments/conditions"

/** The kinds as the menu offers them. */
export const MENU = {
  person: ["profile", "birthday", "field", "tag", "topic", "consent"],
  mail: ["mail", "poll"],
  shop: ["bought", "orders", "order_date", "cart", "rfm"],
  site: ["visit"],
  segments: ["segment"],
} as const satisfies Record<string, ConditionKind[]>

/** What a condition begins as: as good as complete, so that few things are left to say. */
export const NEW: Record<ConditionKind, Condition> = {
  profile: { kind: "profile", field: "country", op: "is", values: [] },
  birthday: { kind: "birthday", op: "within", days: 7 },
  field: { kind: "field", key: "", type: "text", op: "known" },
  tag: { kind: "tag", op: "any", tags: [] },
  topic: { kind: "topic", topic_id: "mtop_newsletters", state: "subscribed" },
  consent: { kind: "consent", states: ["subscribed"] },
  orders: { kind: "orders", measure: "count", op: "at_least", value: 2 },
  order_date: { kind: "order_date", which: "last", within: { kind: "longer_ago", days: 180 } },
  bought: { kind: "bought", op: "ever", what: "product", ids: [], within: { kind: "last", days: 90 } },
  cart: { kind: "cart", op: "has", state: "abandoned", within: { kind: "last", days: 14 } },
  visit: { kind: "visit", op: "has", what: "site", within: { kind: "last", days: 30 } },
  mail: { kind: "mail", op: "not_opened", of: { kind: "last", count: 3 } },
  poll: { kind: "poll", op: "answered", poll_id: "" },
  rfm: { kind: "rfm", groups: ["champions"] },
  segment: { kind: "segment", op: "in", segment_id: "" },
}
