import { StatusBadge } from "@medusajs/ui"
import type { AutomationState } from "../../parts/api/flows"
import { useText } from "../../parts/use-text"

const COLOUR = { off: "grey", live: "green", paused: "orange", draining: "blue", archived: "grey" } as const

export function AutomationBadge({ state }: { state: AutomationState }) {
  const text = useText()
  return <StatusBadge color={COLOUR[state]}>{text(`automations.state.${state}`)}</StatusBadge>
}
