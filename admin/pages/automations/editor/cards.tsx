import { ExclamationCircle, Plus } from "@medusajs/icons"
import { clx, Text } from "@medusajs/ui"
import { Handle, Position } from "@xyflow/react"
import type { ReactNode } from "react"
import { exitKey, nodeOf, TRIGGER, type Place } from "../../../../src/core/automations/editing/flow"
import { mayMoveTo, moveNode } from "../../../../src/core/automations/editing/edit-flow"
import { useFormat } from "../../../parts/use-format"
import { useText } from "../../../parts/use-text"
import { useFlowEditor } from "./editor-context"
import { GroupIcon } from "./group-icon"

export function TriggerCard() {
  const text = useText()
  const { draft, words, chosen, choose, problems, lit } = useFlowEditor()
  const filters = draft.trigger?.filters.length ?? 0
  return (
    <Card
      head={text("automations.trigger")}
      icon={<GroupIcon group="trigger" />}
      title={words.trigger(draft.trigger)}
      note={filters > 0 ? text("steps.says.filters", { count: filters }) : ""}
      isChosen={chosen?.kind === "trigger"}
      hasProblem={problems.some(({ node }) => node === null || node === TRIGGER)}
      isDim={lit !== null && !lit.has(TRIGGER)}
      onClick={() => choose({ kind: "trigger" })}
    />
  )
}

export function StepCard({ data }: { data: { id: string } }) {
  const text = useText()
  const format = useFormat()
  const { draft, words, catalogue, chosen, choose, problems, numbers, lit } = useFlowEditor()
  const node = nodeOf(draft, data.id)
  if (!node) return null
  const mine = numbers?.get(node.id)
  const group = catalogue.nodes.find(({ kind }) => kind === node.kind)?.group ?? "unknown"
  const passed = mine && [
    mine.entered > 0 ? text("automations.came", { people: format.number(mine.entered) }) : null,
    mine.here > 0 ? text("automations.here", { people: format.number(mine.here) }) : null,
    mine.sent > 0
      ? text("automations.sentClicked", { sent: format.number(mine.sent), clicks: format.number(mine.human_clicks) })
      : null,
  ]
  return (
    <Card
      head={words.kind(node)}
      icon={<GroupIcon group={group} />}
      title={node.name ?? words.step(node)}
      note={passed?.filter(Boolean).join(" · ") || (node.name ? words.step(node) : words.aside(node))}
      isChosen={chosen?.kind === "step" && chosen.id === node.id}
      hasProblem={problems.some((problem) => problem.node === node.id)}
      isDim={lit !== null && !lit.has(node.id)}
      isLit={lit?.has(node.id)}
      onClick={() => choose({ kind: "step", id: node.id })}
    />
  )
}

type CardProps = {
  head: string
  icon: ReactNode
  title: string
  note: string
  isChosen: boolean
  hasProblem: boolean
  isDim: boolean
  isLit?: boolean
  onClick: () => void
}

function Card({ head, icon, title, note, isChosen, hasProblem, isDim, isLit, onClick }: CardProps) {
  return (
    <>
      <Handle type="target" position={Position.Top} isConnectable={false} />
      <button
        type="button"
        tabIndex={-1}
        aria-pressed={isChosen}
        aria-invalid={hasProblem}
        onClick={onClick}
        className={clx(
          "bg-ui-bg-base shadow-elevation-card-rest hover:shadow-elevation-card-hover flex h-[84px] w-[264px] items-start gap-x-3 rounded-lg px-3 py-2.5 text-left",
          isChosen && "ring-ui-fg-interactive ring-2",
          hasProblem && !isChosen && "ring-ui-fg-error ring-2",
          isLit && !isChosen && "ring-ui-fg-interactive ring-1",
          isDim && "opacity-40",
        )}
      >
        {icon}
        <span className="flex min-w-0 flex-1 flex-col">
          <span className="flex items-center justify-between gap-x-2">
            <Text size="xsmall" leading="compact" className="text-ui-fg-muted truncate">
              {head}
            </Text>
            {hasProblem && <ExclamationCircle className="text-ui-fg-error shrink-0" />}
          </span>
          <Text
            size="small"
            leading="compact"
            weight="plus"
            className={clx("break-words", note ? "line-clamp-1" : "line-clamp-2")}
          >
            {title}
          </Text>
          {note && (
            <Text size="xsmall" leading="compact" className="text-ui-fg-subtle mt-0.5 truncate">
              {note}
            </Text>
          )}
        </span>
      </button>
      <Handle type="source" position={Position.Bottom} isConnectable={false} />
    </>
  )
}

/** An exit: its name where there are several, and the "+" that puts something there. */
export function ExitCard({ data }: { data: { place: Place; isNamed: boolean; isEnd: boolean } }) {
  const { place, isNamed, isEnd } = data
  const { draft, words, numbers, lit } = useFlowEditor()
  const text = useText()
  const format = useFormat()
  const node = nodeOf(draft, place.node)
  const left = place.node === null ? undefined : numbers?.get(place.node)?.left[place.exit]
  return (
    <div
      className={clx(
        "flex h-full w-full flex-col items-center justify-center",
        lit !== null && !lit.has(exitKey(place)) && "opacity-40",
      )}
    >
      <Handle type="target" position={Position.Top} isConnectable={false} />
      {isNamed && (
        <span className="bg-ui-bg-component text-ui-fg-subtle txt-compact-xsmall-plus border-ui-border-base max-w-[132px] truncate rounded-full border px-2 py-0.5">
          {words.exit(node, place.exit)}
          {left !== undefined && <span className="text-ui-fg-muted"> · {format.number(left)}</span>}
        </span>
      )}
      <PlusButton place={place} />
      {isEnd && !isNamed && <span className="txt-compact-xsmall text-ui-fg-muted">{text("automations.end")}</span>}
      <Handle type="source" position={Position.Bottom} isConnectable={false} />
    </div>
  )
}

function PlusButton({ place }: { place: Place }) {
  const text = useText()
  const { draft, chosen, choose, moving, setMoving, change, canEdit } = useFlowEditor()
  const key = exitKey(place)
  if (!canEdit) return <span className="bg-ui-border-strong size-1.5 rounded-full" />
  const isTarget = moving !== null && mayMoveTo(draft, moving, place)
  const isOpen = chosen?.kind === "add" && exitKey(chosen.place) === key
  function press() {
    if (moving === null) return choose({ kind: "add", place })
    if (isTarget) change((before) => moveNode(before, moving, place))
    setMoving(null)
  }
  return (
    <button
      type="button"
      tabIndex={-1}
      data-exit={key}
      aria-label={text(moving ? "automations.moveHere" : "automations.add")}
      disabled={moving !== null && !isTarget}
      onClick={press}
      className={clx(
        "bg-ui-bg-base border-ui-border-strong text-ui-fg-subtle hover:bg-ui-bg-interactive hover:text-ui-fg-on-color my-0.5 flex size-6 shrink-0 items-center justify-center rounded-full border disabled:opacity-30",
        (isOpen || isTarget) && "bg-ui-bg-interactive text-ui-fg-on-color",
      )}
    >
      <Plus />
    </button>
  )
}
