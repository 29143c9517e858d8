import { useCallback } from "react"
import { piecesOf } from "../../src/core/templates/tagged-line"
import { useMailEditor } from "./editor-context"
import { useSaid } from "./use-said"

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

/** As long as in the inbox: a variable counts as its example. */
export function useShownLength(): (line: string) => number {
  const { catalogue } = useMailEditor()
  return useCallback(
    (line) => {
      const sampleOf = (tag: string) => catalogue.tags.find((one) => one.tag === tag)?.sample ?? ""
      return piecesOf(line).reduce((sum, one) => sum + ("text" in one ? one.text : sampleOf(one.tag)).length, 0)
    },
    [catalogue],
  )
}
