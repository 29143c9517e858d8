import type { Why } from "./api/consent"
import { useFormat } from "./use-format"
import { useText, useWord, type TextKey } from "./use-text"

/** One sentence in the admin's language: what stands in the way, since when and by which mail. */
export function useWhySentence(): (why: Why) => string {
  const text = useText()
  const word = useWord()
  const format = useFormat()
  return ({ key, values, reason, text: english }) => {
    if (!key) return reason ? word("words.reason", reason) : english
    const shown = Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        name === "moment" ? format.dateTime(value) : name === "at" || name === "until" ? format.date(value) : value,
      ]),
    )
    return text(`why.${key}` as TextKey, shown)
  }
}
