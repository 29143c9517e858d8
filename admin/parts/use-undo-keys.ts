import { useEffect, useRef, type RefObject } from "react"

/**
 * One history for the whole of what is edited: the browser's own would take back only what was typed in one field. Heard also while
 * nothing has the focus, as after a click beside it; never in a dialog that lies above it.
 */
export function useUndoKeys({ undo, redo }: { undo: () => void; redo: () => void }): RefObject<HTMLDivElement> {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      const isHere = event.target === document.body || place.current?.contains(event.target as Node)
      const key = event.key.toLowerCase()
      if (!isHere || !(event.metaKey || event.ctrlKey) || event.altKey || (key !== "z" && key !== "y")) return
      event.preventDefault()
      event.stopPropagation()
      if (key === "y" || event.shiftKey) redo()
      else undo()
    }
    document.addEventListener("keydown", onKey, true)
    return () => document.removeEventListener("keydown", onKey, true)
  }, [undo, redo])
  return place
}
