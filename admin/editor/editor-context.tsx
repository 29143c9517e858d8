import { createContext, useContext } from "react"
import type { ContentFor, MailContent, TagCatalogue } from "../parts/api/content"
import type { Edits, Shown } from "../parts/use-history"
import type { EditorLook } from "./use-look"

/** What stays the same while somebody types: what can be done, and what the mail is. */
export type EditorValue = Edits<MailContent> & {
  contentFor: ContentFor
  catalogue: TagCatalogue
  senderId: string | null
  /** Language of what stands in the document itself. */
  ownLocale: string
  /** The translation that is being written; null: the original. */
  locale: string | null
  setLocale: (locale: string | null) => void
  select: (id: string | null) => void
  /** Said to people who listen to the page. */
  announce: (sentence: string) => void
  /** As it is at this moment; asked when something is done, never while drawing. */
  now: () => { content: MailContent; selected: string | null }
}

/**
 * Four contexts, because they change at different times: a keystroke changes the content, and only what shows content is
 * drawn again. With one for all, each key drew every block, menu and tooltip of the letter.
 */
export const EditorContext = createContext<EditorValue | null>(null)
export const ContentContext = createContext<Shown<MailContent> | null>(null)
export const SelectedContext = createContext<string | null>(null)
export const LookContext = createContext<EditorLook | null>(null)

export function useMailEditor(): EditorValue {
  return inside(useContext(EditorContext))
}

/** What is written, and whether there is something to take back; drawn again with each keystroke. */
export function useContent() {
  const { present: content, canUndo, canRedo } = inside(useContext(ContentContext))
  return { content, canUndo, canRedo }
}

/** Id of the block that is open. */
export function useSelected(): string | null {
  return useContext(SelectedContext)
}

/** The brand of the mail's sender (Settings), as far as this letter does not differ. */
export function useEditorLook(): EditorLook {
  return inside(useContext(LookContext))
}

function inside<T>(value: T | null): T {
  if (!value) throw new Error("A part of the editor stands outside of <MailEditor>.")
  return value
}
