import { useCallback, useEffect, useReducer, useRef } from "react"
import { beginHistory, edit, redo, undo, type History } from "../../../../src/core/templates/edit-history"
import type { Draft } from "../../../parts/api/flows"

export type DraftChange = (draft: Draft) => Draft

type Action =
  { kind: "edit"; change: DraftChange; group: string | null; at: number } | { kind: "undo" } | { kind: "redo" }

function next(history: History<Draft>, action: Action): History<Draft> {
  switch (action.kind) {
    case "edit":
      return edit(history, action.change(history.present), action)
    case "undo":
      return undo(history)
    case "redo":
      return redo(history)
  }
}

/** The way as it is being edited, with undo and redo; `onChange` hears of every new one, not of the first. */
export function useFlowHistory(begin: () => Draft, onChange: (draft: Draft) => void) {
  const [history, dispatch] = useReducer(next, null, () => beginHistory(begin()))
  const known = useRef(history.present)
  const changed = useRef(onChange)
  changed.current = onChange

  useEffect(() => {
    if (history.present === known.current) return
    known.current = history.present
    changed.current(history.present)
  }, [history.present])

  const change = useCallback(
    /** `group` names the field that is typed in; null makes a step of its own. */
    (made: DraftChange, group: string | null = null) => dispatch({ kind: "edit", change: made, group, at: Date.now() }),
    [],
  )
  return {
    draft: history.present,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    change,
    undo: useCallback(() => dispatch({ kind: "undo" }), []),
    redo: useCallback(() => dispatch({ kind: "redo" }), []),
  }
}

export type FlowEdits = ReturnType<typeof useFlowHistory>
