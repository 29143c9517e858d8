import { whyText } from "../../../src/core/reports/why"
import { said } from "../../parts/said"
import { useNamed } from "./editor/use-step-words"

/** How a way ended or why a step decided as it did, in few words; the sentence of the server where there are none. */
export function useOutcomeWords(): (reason: string | null | undefined) => string {
  const named = useNamed()
  return (reason) =>
    named("entrants.outcomes", reason, "") || named("words.reason", reason, "") || said(whyText(reason ?? null) ?? "")
}
