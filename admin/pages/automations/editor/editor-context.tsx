import { createContext, useContext } from "react"
import type { Place } from "../../../../src/core/automations/editing/flow"
import type { Catalogue, Draft, NodeNumbers, Problem } from "../../../parts/api/flows"
import type { Edits } from "../../../parts/use-history"
import type { StepWords } from "./use-step-words"

/** What is open beside the canvas. */
export type Chosen = { kind: "trigger" } | { kind: "step"; id: string } | { kind: "add"; place: Place } | null

export type FlowEditor = {
  draft: Draft
  catalogue: Catalogue
  words: StepWords
  canEdit: boolean
  change: Edits<Draft>["change"]
  chosen: Chosen
  choose: (chosen: Chosen) => void
  /** The step that looks for another place. */
  moving: string | null
  setMoving: (id: string | null) => void
  removeStep: (id: string) => void
  problems: Problem[]
  /** By step; null: not shown. */
  numbers: Map<string, NodeNumbers> | null
  /** Steps and exits that one person took; null: nobody's way is lit. */
  lit: ReadonlySet<string> | null
}

const Context = createContext<FlowEditor | null>(null)

export const FlowEditorProvider = Context.Provider

export function useFlowEditor(): FlowEditor {
  const editor = useContext(Context)
  if (!editor) throw new Error("This stands outside of the automation editor.")
  return editor
}
