import { ArrowUturnLeft, ArrowsPointingOut, Minus, Plus } from "@medusajs/icons"
import { IconButton, Tooltip } from "@medusajs/ui"
import { Panel, useReactFlow } from "@xyflow/react"
import type { ReactNode } from "react"
import { useText } from "../../../parts/use-text"

export type ToolbarProps = { undo: (() => void) | null; redo: (() => void) | null }

export function Toolbar({ undo, redo }: ToolbarProps) {
  const text = useText()
  const { zoomIn, zoomOut, fitView } = useReactFlow()
  return (
    <Panel position="bottom-left">
      <div className="bg-ui-bg-base shadow-elevation-card-rest flex gap-x-1 rounded-lg p-1">
        <Tool label={text("automations.undo")} disabled={!undo} onClick={() => undo?.()}>
          <ArrowUturnLeft />
        </Tool>
        <Tool label={text("automations.redo")} disabled={!redo} onClick={() => redo?.()}>
          <ArrowUturnLeft className="-scale-x-100" />
        </Tool>
        <Tool label={text("automations.zoomOut")} onClick={() => void zoomOut()}>
          <Minus />
        </Tool>
        <Tool label={text("automations.zoomIn")} onClick={() => void zoomIn()}>
          <Plus />
        </Tool>
        <Tool
          label={text("automations.fit")}
          onClick={() => void fitView({ maxZoom: 1, padding: 0.08, duration: 150 })}
        >
          <ArrowsPointingOut />
        </Tool>
      </div>
    </Panel>
  )
}

type ToolProps = { label: string; disabled?: boolean; onClick: () => void; children: ReactNode }

function Tool({ label, disabled, onClick, children }: ToolProps) {
  return (
    <Tooltip content={label}>
      <IconButton
        type="button"
        size="small"
        variant="transparent"
        aria-label={label}
        disabled={disabled}
        onClick={onClick}
      >
        {children}
      </IconButton>
    </Tooltip>
  )
}
