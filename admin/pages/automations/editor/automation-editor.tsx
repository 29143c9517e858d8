import { toast } from "@medusajs/ui"
import { ReactFlowProvider } from "@xyflow/react"
import { useMemo, useRef, useState } from "react"
import { removeNode } from "../../../../src/core/automations/editing/edit-flow"
import type { Catalogue, Draft, NodeNumbers, Problem } from "../../../parts/api/flows"
import { useHistory } from "../../../parts/use-history"
import { useText } from "../../../parts/use-text"
import { useUndoKeys } from "../../../parts/use-undo-keys"
import { Canvas } from "./canvas"
import { FlowEditorProvider, type Chosen, type FlowEditor } from "./editor-context"
import { FieldsProvider } from "./fields/fields-context"
import { inOrder } from "./in-order"
import { numbersByNode } from "./numbers-by-node"
import { SidePanel } from "./side-panel"
import { useStepWords } from "./use-step-words"

type Props = {
  draft: Draft
  catalogue: Catalogue
  canEdit: boolean
  problems: Problem[]
  numbers: NodeNumbers[] | null
  lit: ReadonlySet<string> | null
  onChange: (draft: Draft) => void
}

/** Canvas and side panel of one way; what it makes is the draft, by `onChange`. Fetched only when somebody opens it. */
export default function AutomationEditor({ catalogue, canEdit, problems, numbers, lit, ...props }: Props) {
  const text = useText()
  const { edits, shown } = useHistory(() => inOrder(props.draft, catalogue), props.onChange)
  const { change } = edits
  const draft = shown.present
  const words = useStepWords(catalogue, draft.nodes)
  const place = useUndoKeys(edits)
  const panel = useRef<HTMLDivElement>(null)
  const [chosen, choose] = useState<Chosen>(draft.trigger === null ? { kind: "trigger" } : null)
  const [moving, setMoving] = useState<string | null>(null)
  const around = useMemo(
    () => ({ words, canEdit, sends: draft.nodes.filter(({ kind }) => kind === "send_email") }),
    [words, canEdit, draft.nodes],
  )
  const byNode = useMemo(() => numbers && numbersByNode(numbers, draft), [numbers, draft])

  function removeStep(id: string) {
    const gone = draft.nodes.length - removeNode(draft, id).nodes.length
    change((before) => removeNode(before, id))
    choose(null)
    toast.info(text("automations.removed", { count: gone }))
  }

  const editor: FlowEditor = {
    draft,
    catalogue,
    words,
    canEdit,
    change,
    chosen,
    choose,
    moving,
    setMoving,
    removeStep,
    problems,
    numbers: byNode,
    lit,
  }
  return (
    <FlowEditorProvider value={editor}>
      <FieldsProvider value={around}>
        <ReactFlowProvider>
          <div ref={place} className="grid grid-cols-1 items-start gap-3 xl:grid-cols-[minmax(0,1fr)_380px]">
            <Canvas
              undo={shown.canUndo ? edits.undo : null}
              redo={shown.canRedo ? edits.redo : null}
              onOpen={() =>
                panel.current?.querySelector<HTMLElement>("input, button, textarea, [role=combobox]")?.focus()
              }
            />
            <div ref={panel}>
              <SidePanel />
            </div>
          </div>
        </ReactFlowProvider>
      </FieldsProvider>
    </FlowEditorProvider>
  )
}
