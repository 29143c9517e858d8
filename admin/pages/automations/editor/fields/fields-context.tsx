import { createContext, useContext } from "react"
import type { FlowNode } from "../../../../../src/core/automations/editing/flow"
import type { StepWords } from "../use-step-words"

/** What forms need to know around them: the words, and the mails of the same way. */
export type FieldsAround = { words: StepWords; canEdit: boolean; sends: FlowNode[] }

const Context = createContext<FieldsAround | null>(null)

export const FieldsProvider = Context.Provider

export function useFieldsAround(): FieldsAround {
  const around = useContext(Context)
  if (!around) throw new Error("A field of settings stands outside of its form.")
  return around
}
