import { useEffect, useMemo, useReducer, useRef, useState } from "react"
import type { MailContent } from "../../src/core/templates/document"
import { beginHistory, edit, redo, undo, type History } from "../../src/core/templates/edit-history"

export type ContentChange = (content: MailContent) => MailContent

type Action =
  { kind: "edit"; change: ContentChange; group: string | null; at: number } | { kind: "undo" } | { kind: "redo" }

function next(history: History<MailContent>, action: Action): History<MailContent> {
  switch (action.kind) {
    case "edit":
      return edit(history, action.change(history.present), action)
    case "undo":
      return undo(history)
    case "redo":
      return redo(history)
  }
}

/** What is being written, with its undo and redo; `onChange` hears of every new version, not of the first. */
export function useContentHistory(initial: MailContent, onChange: (content: MailContent) => void) {
  const [history, dispatch] = useReducer(next, initial, beginHistory)
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
    change: (change: ContentChange, group: string | null = null) =>
      dispatch({ kind: "edit", change, group, at: Date.now() }),
    undo: () => dispatch({ kind: "undo" }),
    redo: () => dispatch({ kind: "redo" }),
  }))
  const shown = useMemo(
    () => ({ content: history.present, canUndo: history.past.length > 0, canRedo: history.future.length > 0 }),
    [history],
  )
  return { edits, shown }
}

export type ContentEdits = ReturnType<typeof useContentHistory>["edits"]
export type ContentHistory = ReturnType<typeof useContentHistory>["shown"]
