import { createHash } from "node:crypto"
import { isRefusedStoreEvent, storeEventName } from "./triggers/own"

type Data = Record<string, unknown>

/** An occurrence as the inbox takes it: under which name, what makes two of them the same, and what it is about. */
export type NamedOccurrence = { event: string; occurrenceKey: string; payload: Data }

/** More than this of an event is not kept: only what it is about. */
const MOST_BYTES = 16_384
const SECRET = /token|secret|password|code|credential/i

/**
 * An event of the shop that somebody waits for by its name; null for those that are not listened to. One that is
 * delivered twice has the same key, because the bus says when it was published; what looks like a secret is left out.
 */
export function occurrenceOfStoreEvent(told: {
  name: string
  data: Data
  publishedAt: string
}): NamedOccurrence | null {
  if (isRefusedStoreEvent(told.name)) return null
  const data = Object.fromEntries(Object.entries(told.data).filter(([field]) => !SECRET.test(field)))
  const about = aboutOf(data)
  return {
    event: storeEventName(told.name),
    occurrenceKey: fingerprint([told.name, told.data, told.publishedAt]),
    payload: JSON.stringify(data).length > MOST_BYTES ? about : { ...about, data },
  }
}

const KINDS = { order: "order_id", cart: "cart_id", cus: "customer_id", prod: "product_id" } as const

/** What the event is about, by Medusa's prefixes: `{ id: "order_1" }` and `{ order_id: "order_1" }` say the same. */
export function aboutOf(data: Data): Data {
  const named = Object.values(KINDS).flatMap((field) => (typeof data[field] === "string" ? [[field, data[field]]] : []))
  const kind = typeof data.id === "string" ? (data.id.split("_")[0] as keyof typeof KINDS) : null
  const own = kind && kind in KINDS ? [[KINDS[kind], data.id]] : []
  const email = typeof data.email === "string" ? [["email", data.email]] : []
  return Object.fromEntries([...email, ...own, ...named])
}

/** 32 hex digits of SHA-256: the same data in the same order give the same. */
export const fingerprint = (parts: unknown[]): string =>
  createHash("sha256").update(JSON.stringify(parts), "utf8").digest("hex").slice(0, 32)
