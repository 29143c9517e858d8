import Medusa from "@medusajs/js-sdk"

/** Session cookie of the admin, same origin: the screens never hold a token. */
export const sdk = new Medusa({ baseUrl: "/", auth: { type: "session" } })

export type Query = Record<string, string | number | boolean | string[] | undefined | null>

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE"

/** One call of Mailroom's admin API; `path` counts from `/admin/mailroom`. Throws the SDK's FetchError on a refusal. */
export function mailroom<T>(path: string, init: { method?: Method; body?: object; query?: Query } = {}): Promise<T> {
  return sdk.client.fetch<T>(`/admin/mailroom${path}`, { ...init, query: withoutEmpty(init.query) })
}

/** The address of a download that the browser fetches itself, for example a CSV file. */
export function downloadUrl(path: string, query: Query = {}): string {
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(withoutEmpty(query) ?? {}))
    for (const one of Array.isArray(value) ? value : [value]) search.append(key, String(one))
  const text = search.toString()
  return `/admin/mailroom${path}${text ? `?${text}` : ""}`
}

/** Medusa's own admin API, for the pickers. */
export function shop<T>(path: string, query: Query = {}): Promise<T> {
  return sdk.client.fetch<T>(`/admin${path}`, { query: withoutEmpty(query) })
}

function withoutEmpty(query?: Query): Query | undefined {
  if (!query) return undefined
  return Object.fromEntries(
    Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== ""),
  )
}
