import { Background, ReactFlow, useReactFlow, type Edge, type Node } from "@xyflow/react"
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from "react"
import { moveNode } from "../../../../src/core/automations/editing/edit-flow"
import { layoutFlow, type LaidOut } from "../../../../src/core/automations/editing/layout-flow"
import { neighbour, type Direction } from "../../../../src/core/automations/editing/neighbour"
import { TRIGGER, type Place } from "../../../../src/core/automations/editing/flow"
import { useText } from "../../../parts/use-text"
import { ExitCard, StepCard, TriggerCard } from "./cards"
import { useFlowEditor } from "./editor-context"
import { FLOW_STYLE } from "./flow-style"
import { Toolbar, type ToolbarProps } from "./toolbar"

const NODE_TYPES = { trigger: TriggerCard, step: StepCard, exit: ExitCard }
const ARROWS: Record<string, Direction> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
}

/** The way from top to bottom. Steps are dragged onto a "+"; everything that can be clicked has a key as well. */
export function Canvas({ onOpen, ...toolbar }: ToolbarProps & { onOpen: () => void }) {
  const text = useText()
  const editor = useFlowEditor()
  const { draft, canEdit, lit, chosen } = editor
  const laidOut = useMemo(() => layoutFlow(draft), [draft])
  const [dragged, setDragged] = useState<{ id: string; x: number; y: number } | null>(null)
  const { getIntersectingNodes } = useReactFlow()
  const nodes = useMemo(() => nodesOf(laidOut, canEdit), [laidOut, canEdit])
  const shown = dragged ? nodes.map((node) => (node.id === dragged.id ? { ...node, position: dragged } : node)) : nodes
  const edges = useMemo(() => edgesOf(laidOut, lit), [laidOut, lit])
  const onKeyDown = useCanvasKeys(laidOut, onOpen)
  const place = useRef<HTMLDivElement>(null)
  useInView(laidOut, chosen?.kind === "step" ? chosen.id : chosen?.kind === "trigger" ? TRIGGER : null)

  return (
    <div
      ref={place}
      role="group"
      aria-label={text("automations.canvas")}
      tabIndex={0}
      onKeyDown={onKeyDown}
      className="mailroom-flow bg-ui-bg-subtle focus-visible:shadow-borders-focus relative h-[calc(100vh-260px)] min-h-[520px] overflow-hidden rounded-lg border outline-none"
    >
      <style>{FLOW_STYLE}</style>
      <ReactFlow
        nodes={shown}
        edges={edges}
        nodeTypes={NODE_TYPES}
        onInit={(flow) => void flow.setViewport(firstView(laidOut, place.current?.clientWidth ?? 0))}
        minZoom={0.2}
        maxZoom={1.5}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        deleteKeyCode={null}
        selectionKeyCode={null}
        disableKeyboardA11y
        zoomOnDoubleClick={false}
        panOnScroll
        nodeDragThreshold={6}
        proOptions={{ hideAttribution: true }}
        onNodeDrag={(_, node) => setDragged({ id: node.id, ...node.position })}
        onNodeDragStop={(_, node) => {
          setDragged(null)
          const under = getIntersectingNodes(node).find((one) => one.type === "exit")
          if (under) editor.change((before) => moveNode(before, stepIdOf(node), placeOf(under)))
        }}
        onPaneClick={() => {
          editor.choose(null)
          editor.setMoving(null)
          place.current?.focus()
        }}
      >
        <Background gap={20} size={1} />
        <Toolbar {...toolbar} />
      </ReactFlow>
    </div>
  )
}

/** Readable, with the beginning at the top; a broad way is made smaller, but not too small to be read. */
function firstView({ trigger, steps, exits }: LaidOut, room: number) {
  const right = Math.max(...[trigger, ...steps, ...exits].map(({ x, width }) => x + width))
  const zoom = Math.min(1, Math.max(0.7, (room - 48) / right))
  return { x: Math.max(24, (room - right * zoom) / 2), y: 24, zoom }
}

const stepIdOf = (node: Node): string => (node.data as { id: string }).id
const placeOf = (node: Node): Place => (node.data as { place: Place }).place

function nodesOf({ trigger, steps, exits }: LaidOut, canEdit: boolean): Node[] {
  return [
    { id: trigger.key, type: "trigger", position: trigger, data: {}, draggable: false },
    ...steps.map((step) => ({
      id: step.key,
      type: "step",
      position: { x: step.x, y: step.y },
      data: { id: step.id },
      draggable: canEdit,
    })),
    ...exits.map(({ key, x, y, width, height, ...data }) => ({
      id: key,
      type: "exit",
      position: { x, y },
      width,
      height,
      data,
      draggable: false,
    })),
  ]
}

function edgesOf({ lines }: LaidOut, lit: ReadonlySet<string> | null): Edge[] {
  const isOn = (key: string) => lit?.has(key.replace(/^step:/, ""))
  return lines.map(({ key, from, to }) => ({
    id: key,
    source: from,
    target: to,
    type: "smoothstep",
    pathOptions: { offset: 6, borderRadius: 6 },
    className: lit ? (isOn(from) && isOn(to) ? "lit" : "dim") : undefined,
  }))
}

function useCanvasKeys(laidOut: LaidOut, onOpen: () => void) {
  const { chosen, choose, moving, setMoving, removeStep, canEdit } = useFlowEditor()
  return (event: KeyboardEvent) => {
    const at = chosen?.kind === "step" ? chosen.id : chosen?.kind === "trigger" ? TRIGGER : null
    const direction = ARROWS[event.key]
    if (direction) {
      event.preventDefault()
      const next = neighbour(laidOut, at, direction)
      choose(next === TRIGGER ? { kind: "trigger" } : { kind: "step", id: next })
    } else if (event.key === "Enter" && at !== null && event.target === event.currentTarget) {
      event.preventDefault()
      onOpen()
    } else if ((event.key === "Delete" || event.key === "Backspace") && chosen?.kind === "step" && canEdit) {
      event.preventDefault()
      removeStep(chosen.id)
    } else if (event.key === "Escape") {
      if (moving === null) choose(null)
      else setMoving(null)
    }
  }
}

/** What is chosen by the keyboard is brought into sight. */
function useInView(laidOut: LaidOut, id: string | null) {
  const { getViewport, setCenter } = useReactFlow()
  const host = useRef(laidOut)
  host.current = laidOut
  useEffect(() => {
    const box = id === TRIGGER ? host.current.trigger : host.current.steps.find((one) => one.id === id)
    const view = document.querySelector(".mailroom-flow")?.getBoundingClientRect()
    if (!box || !view) return
    const { x, y, zoom } = getViewport()
    const left = box.x * zoom + x
    const top = box.y * zoom + y
    const isSeen =
      left >= 0 && top >= 0 && left + box.width * zoom <= view.width && top + box.height * zoom <= view.height
    if (!isSeen) void setCenter(box.x + box.width / 2, box.y + box.height / 2, { zoom, duration: 150 })
  }, [id, getViewport, setCenter])
}
