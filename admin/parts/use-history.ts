import { useEffect, useMemo, useReducer, useRef, useState } from "react"
import { beginHistory, edit, redo, undo, type History } from "../../src/core/templates/edit-history"

type Action<Thing> =
  | { kind: "edit"; change: (thing: Thing) => Thing; group: string | null; at: number }
  | { kind: "undo" }
  | { kind: "redo" }

function next<Thing>(history: History<Thing>, action: Action<Thing>): History<Thing> {
  switch (action.kind) {
    case "edit":
      return edit(history, action.change(history.present), action)
    case "undo":
      return undo(history)
    case "redo":
      return redo(history)
  }
}

/** What is being edited, with its undo and redo; `onChange` hears of every new version, not of the first. */
export function useHistory<Thing>(begin: () => Thing, onChange: (thing: Thing) => void) {
  const [history, dispatch] = useReducer(next<Thing>, null, () => beginHistory(begin()))
  const known = useRef(history.present)
  const changed = useRef(onChange)
  changed.current = onChange

  useEffect(() => {
    if (history.present === known.current) return
    known.current = history.present
    changed.current(history.present)
  }, [history.present])

  // As long as the editor: who only changes something is not drawn again by what others type.
  const [edits] = useState(() => ({
    /** `group` names the field that is typed in; null makes a step of its own. */
    change: (change: (thing: Thing) => Thing, group: string | null = null) =>
      dispatch({ kind: "edit", change, group, at: Date.now() }),
    undo: () => dispatch({ kind: "undo" }),
    redo: () => dispatch({ kind: "redo" }),
  }))
  const shown = useMemo(
    () => ({ present: history.present, canUndo: history.past.length > 0, canRedo: history.future.length > 0 }),
    [history],
  )
  return { edits, shown }
}

export type Edits<Thing> = ReturnType<typeof useHistory<Thing>>["edits"]
export type Shown<Thing> = ReturnType<typeof useHistory<Thing>>["shown"]
