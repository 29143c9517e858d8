import { useCallback } from "react"
import type { RichContent } from "../../../src/core/templates/rich-content"
import { piecesOf } from "../../../src/core/templates/tagged-line"
import { wordsOf } from "../../editor/blocks/words-of"
import type { Template, TagCatalogue } from "../../parts/api/content"
import { useSaid } from "../../editor/use-said"
import { useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"

/** A value of a content as one reads it: words with their variables by name, switches as yes and no. */
export function useShownValue(template: Template): (value: unknown) => string {
  const text = useText()
  const said = useSaid()
  const { data } = useRead<TagCatalogue>("/content/tags", { query: { for: template.for } })
  return useCallback(
    (value) => {
      const labelOf = (tag: string) => labelIn(data?.tags, ({ tag: name }) => name === tag, said) ?? tag
      if (value === null || value === undefined) return ""
      if (typeof value === "boolean") return text(value ? "templates.on" : "templates.off")
      if (typeof value === "string")
        return piecesOf(value).reduce((all, one) => all + ("text" in one ? one.text : `[${labelOf(one.tag)}]`), "")
      if (isRichContent(value)) return wordsOf(value, labelOf)
      if (isCondition(value)) {
        const fact = labelIn(data?.facts, ({ fact }) => fact === value.fact, said) ?? value.fact
        return text(value.is ? "editor.condition.if" : "editor.condition.unless", { fact })
      }
      return JSON.stringify(value)
    },
    [data, said, text],
  )
}

type Labelled = { label: TagCatalogue["tags"][number]["label"] }

function labelIn<One extends Labelled>(
  all: One[] | undefined,
  isIt: (one: One) => boolean,
  said: (label: One["label"]) => string,
): string | undefined {
  const found = all?.find(isIt)
  return found && said(found.label)
}

function isRichContent(value: unknown): value is RichContent {
  return typeof value === "object" && value !== null && "type" in value && value.type === "doc"
}

function isCondition(value: unknown): value is { fact: string; is: boolean } {
  return typeof value === "object" && value !== null && "fact" in value && "is" in value
}
