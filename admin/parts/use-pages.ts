import { useState } from "react"
import type { Pages } from "./paged-table"

/**
 * Keyset paging: a stack of the cursors that led here. `resetKey` is the filter: a new one begins at the first page.
 */
export function usePages(resetKey: string) {
  const [state, setState] = useState<{ key: string; cursors: string[] }>({ key: resetKey, cursors: [] })
  const cursors = state.key === resetKey ? state.cursors : []
  return {
    cursor: cursors.at(-1),
    pages: (next: string | null | undefined): Pages => ({
      page: cursors.length + 1,
      canPrevious: cursors.length > 0,
      canNext: Boolean(next),
      previous: () => setState({ key: resetKey, cursors: cursors.slice(0, -1) }),
      next: () => next && setState({ key: resetKey, cursors: [...cursors, next] }),
    }),
  }
}
