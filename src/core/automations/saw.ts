/** Values that decide and that a person can read: each has a word of its own on the screens. */
export const SAID_VALUES = [
  "filter",
  "rule",
  "what",
  "channel",
  "amount",
  "country",
  "isFirst",
  "isIn",
  "isInside",
  "count",
  "last",
  "place",
  "max",
  "drawn",
  "controlPercent",
  "days",
  "until",
  "event",
  "occurredAt",
  "switchedOnAt",
] as const

/** Ids, whole objects, and what is said with another value: kept for the API. */
type Unsaid = "arm" | "cart" | "currency" | "groupIds" | "id" | "mail" | "node" | "products"

/** The values that decided something, by name: what whoever asks why is told (F49). */
export type Saw = { [Key in (typeof SAID_VALUES)[number] | Unsaid]?: unknown }
