import { Container, Text } from "@medusajs/ui"
import { nodeOf } from "../../../../src/core/automations/editing/flow"
import { useText } from "../../../parts/use-text"
import { AddPanel } from "./add-panel"
import { useFlowEditor } from "./editor-context"
import { StepPanel } from "./step-panel"
import { TriggerPanel } from "./trigger-panel"

/** What is chosen on the canvas, open for change. */
export function SidePanel() {
  const text = useText()
  const { chosen, draft, moving, words, canEdit } = useFlowEditor()
  const node = chosen?.kind === "step" ? nodeOf(draft, chosen.id) : undefined
  const movingNode = nodeOf(draft, moving)
  return (
    <Container className="max-h-[calc(100vh-260px)] min-h-40 overflow-y-auto p-0 xl:sticky xl:top-3">
      {movingNode ? (
        <Text size="small" className="px-5 py-4" role="status">
          {text("automations.moveHint", { name: words.title(movingNode) })}
        </Text>
      ) : chosen?.kind === "trigger" ? (
        <TriggerPanel />
      ) : chosen?.kind === "add" ? (
        <AddPanel key={`${chosen.place.node}:${chosen.place.exit}`} place={chosen.place} />
      ) : node ? (
        <StepPanel key={node.id} node={node} />
      ) : (
        <div className="flex flex-col gap-y-1 px-5 py-8 text-center">
          <Text size="small" weight="plus">
            {text("automations.panelEmpty")}
          </Text>
          <Text size="small" className="text-ui-fg-subtle">
            {text(canEdit ? "automations.panelEmptyHint" : "automations.panelReadHint")}
          </Text>
        </div>
      )}
    </Container>
  )
}
