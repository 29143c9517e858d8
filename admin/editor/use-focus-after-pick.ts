import { useMemo, useRef } from "react"

/**
 * A menu gives the focus back to its button when it closes. What was picked here opens a field, and there the typing goes
 * on; without a pick (Escape) the button gets it as usual.
 */
export function useFocusAfterPick() {
  const hasPicked = useRef(false)
  return useMemo(
    () => ({
      picked: () => {
        hasPicked.current = true
      },
      onCloseAutoFocus: (event: Event) => {
        if (hasPicked.current) event.preventDefault()
        hasPicked.current = false
      },
    }),
    [],
  )
}
