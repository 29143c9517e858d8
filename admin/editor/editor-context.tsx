import { createContext, useContext } from "react"
import type { ContentFor, TagCatalogue } from "../parts/api/content"
import type { ContentHistory } from "./use-content-history"

/** What every part of the editor works on. */
export type EditorValue = ContentHistory & {
  contentFor: ContentFor
  catalogue: TagCatalogue
  senderId: string | null
  /** Language of what stands in the document itself. */
  ownLocale: string
  /** The translation that is being written; null: the original. */
  locale: string | null
  setLocale: (locale: string | null) => void
  /** Id of the block that is open. */
  selected: string | null
  select: (id: string | null) => void
  /** Said to people who listen to the page. */
  announce: (sentence: string) => void
}

export const EditorContext = createContext<EditorValue | null>(null)

export function useMailEditor(): EditorValue {
  const value = useContext(EditorContext)
  if (!value) throw new Error("A part of the editor stands outside of <MailEditor>.")
  return value
}
