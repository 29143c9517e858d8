import { useState } from "react"

export type Selection = {
  chosen: string[]
  isChosen: (id: string) => boolean
  toggle: (id: string) => void
  /** All rows of the page, some, or none. */
  page: boolean | "indeterminate"
  togglePage: () => void
  clear: () => void
}

/** Ticked rows, over several pages; another filter starts anew, so that nobody acts on rows out of sight by mistake. */
export function useSelection(shown: string[], resetKey: string): Selection {
  const [state, setState] = useState<{ key: string; ids: string[] }>({ key: resetKey, ids: [] })
  const chosen = state.key === resetKey ? state.ids : []
  const set = (ids: string[]) => setState({ key: resetKey, ids })
  const ticked = shown.filter((id) => chosen.includes(id))
  const isWholePage = shown.length > 0 && ticked.length === shown.length
  return {
    chosen,
    isChosen: (id) => chosen.includes(id),
    toggle: (id) => set(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]),
    page: isWholePage ? true : ticked.length > 0 ? "indeterminate" : false,
    togglePage: () =>
      set(isWholePage ? chosen.filter((id) => !shown.includes(id)) : [...new Set([...chosen, ...shown])]),
    clear: () => set([]),
  }
}
