import { useSearchParams } from "react-router-dom"
import type { ContactFilter } from "../../parts/api/contacts"

const KEYS = ["q", "state", "topic_id", "tag", "country", "field", "quality"] as const
export type FilterKey = (typeof KEYS)[number]

/** The filter lives in the address: it survives a reload, and "back" comes back to it. */
export function useContactFilter() {
  const [search, setSearch] = useSearchParams()
  const filter: ContactFilter = {}
  for (const key of KEYS) {
    const value = search.get(key)
    if (value) filter[key] = value
  }
  return {
    filter,
    key: JSON.stringify(filter),
    change: (key: FilterKey, value: string) => {
      // From the address itself: the router's own "before" is that of the last render, and two quick changes would lose one.
      const after = new URLSearchParams(window.location.search)
      if (value) after.set(key, value)
      else after.delete(key)
      setSearch(after, { replace: true })
    },
    clear: () => setSearch(new URLSearchParams(), { replace: true }),
  }
}
