import { useCallback } from "react"
import { useTranslation } from "react-i18next"
import type { Tag } from "../parts/api/content"
import { piecesOf } from "../../src/core/templates/tagged-line"
import { useMailEditor } from "./editor-context"

/** What a variable is called in the language of the admin; one that does not exist for this mail is shown as it is. */
export function useLabelOfTag(): (tag: string) => string {
  const { catalogue } = useMailEditor()
  const said = useSaid()
  return useCallback(
    (tag) => {
      const known = catalogue.tags.find((one) => one.tag === tag)
      return known ? said(known.label) : tag
    },
    [catalogue, said],
  )
}

/** A line as somebody reads it: variables by their names, not as Liquid. */
export function useShownLine(): (line: string) => string {
  const labelOf = useLabelOfTag()
  return useCallback(
    (line) => piecesOf(line).reduce((shown, one) => shown + ("text" in one ? one.text : `[${labelOf(one.tag)}]`), ""),
    [labelOf],
  )
}

/** Labels come in the two languages of the admin. */
export function useSaid(): (label: Tag["label"]) => string {
  const { i18n } = useTranslation()
  const language = i18n.language?.startsWith("de") ? "de" : "en"
  return useCallback((label) => label[language], [language])
}
