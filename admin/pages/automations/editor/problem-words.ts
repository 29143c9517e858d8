import type { Problem } from "../../../parts/api/flows"
import { said } from "../../../parts/said"

/** Which step and which setting is clear where it is shown; the server names them for whoever reads the API alone. */
const PLACE = /^(?:Node|Schritt|Trigger|Auslöser)(?: ["„].*?["“])?: (?:[\w.]*: )?/

export function problemWords({ sentence }: Problem): string {
  const words = said(sentence).replace(PLACE, "")
  return words.charAt(0).toUpperCase() + words.slice(1)
}
