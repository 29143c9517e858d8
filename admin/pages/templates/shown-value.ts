import { wordsOf } from "../../editor/blocks/words-of"
import type { RichContent } from "../../../src/core/templates/rich-content"

/** A value of a content as one reads it: formatted text as its words, the rest as it is written. */
export function shownValue(value: unknown): string {
  if (value === null || value === undefined) return ""
  if (typeof value === "string") return value
  if (isRichContent(value)) return wordsOf(value, (tag) => tag)
  return JSON.stringify(value)
}

function isRichContent(value: unknown): value is RichContent {
  return typeof value === "object" && value !== null && "type" in value && value.type === "doc"
}
