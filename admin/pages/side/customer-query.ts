import type { Query } from "../../parts/client"

const RANGES = ["created_at", "updated_at"]

/**
 * The filters of Medusa's customer list, from its address ("?groups=cusgroup_1&created_at={\"$gte\":\"2026-01-01\"}"), as its
 * API takes them. The search is left out, and so is the page.
 */
export function customerQuery(search: URLSearchParams): Query {
  const query: Query = {
    has_account: search.get("has_account"),
    order: search.get("order"),
    groups: search.get("groups")?.split(","),
  }
  for (const key of RANGES)
    for (const [bound, at] of Object.entries(boundsOf(search.get(key)))) query[`${key}[${bound}]`] = at
  return query
}

/** An address that somebody has bent filters by nothing. */
function boundsOf(json: string | null): Record<string, string> {
  try {
    const bounds: unknown = JSON.parse(json ?? "{}")
    return typeof bounds === "object" && bounds !== null ? (bounds as Record<string, string>) : {}
  } catch {
    return {}
  }
}
