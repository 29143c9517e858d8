import { SAID_VALUES, type Saw } from "../../../src/core/automations/saw"
import { useFormat, type Format } from "../../parts/use-format"
import { useText, type Text } from "../../parts/use-text"
import { useNamed, wordKey, type Named } from "./editor/use-step-words"

type Say = { text: Text; named: Named; format: Format }

/** What a decision saw, in words; empty where it saw nothing that a person can read. */
export function useSawWords(): (saw: unknown) => string {
  const [text, named, format] = [useText(), useNamed(), useFormat()]
  return (given) => {
    const saw = (given ?? {}) as Saw
    return SAID_VALUES.filter((key) => saw[key] !== undefined && saw[key] !== null)
      .map((key) => [text(`entrants.seen.${key}`), valueOf(key, saw, { text, named, format })])
      .filter(([, value]) => value !== "")
      .map(([label, value]) => `${label}: ${value}`)
      .join(", ")
  }
}

function valueOf(key: (typeof SAID_VALUES)[number], saw: Saw, { text, named, format }: Say): string {
  const value = saw[key]
  if (typeof value === "boolean") return text(value ? "steps.exit.yes" : "steps.exit.no")
  if (key === "amount" && saw.currency) return format.money(Number(value), String(saw.currency))
  if (typeof value === "number") return format.number(value)
  const word = String(value)
  switch (key) {
    case "until":
    case "last":
    case "occurredAt":
    case "switchedOnAt":
      return format.dateTime(word)
    case "country":
      return format.country(word.toUpperCase())
    case "filter":
      return named("steps.filter", wordKey(word))
    case "event":
      return named("steps.triggerName", wordKey(word))
    case "rule":
      // Of re-entry; what a step asks stands on its card already.
      return named("automations.reentryRule", word, "")
    default:
      return named("steps.value", word)
  }
}
