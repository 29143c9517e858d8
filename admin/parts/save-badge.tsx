import { Alert, Button, StatusBadge } from "@medusajs/ui"
import type { SaveState } from "./use-autosave"
import { useText } from "./use-text"

const COLOUR = { saved: "green", unsaved: "grey", saving: "blue", conflict: "red", refused: "red" } as const

export function SaveBadge({ state }: { state: SaveState }) {
  const text = useText()
  return (
    <span aria-live="polite" className="inline-flex items-center gap-x-2">
      <StatusBadge color={COLOUR[state.kind]}>{text(`newsletters.save.${state.kind}`)}</StatusBadge>
      {state.kind === "refused" && <span className="text-ui-fg-error">{state.sentence}</span>}
    </span>
  )
}

/** Two tabs, or two people: the older words are kept on the screen, and nothing is overwritten. */
export function ConflictAlert() {
  const text = useText()
  return (
    <Alert variant="error">
      <span className="flex flex-wrap items-center gap-x-3 gap-y-2">
        {text("newsletters.conflict")}
        <Button size="small" variant="secondary" onClick={() => window.location.reload()}>
          {text("newsletters.loadOther")}
        </Button>
      </span>
    </Alert>
  )
}
