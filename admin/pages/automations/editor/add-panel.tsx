import { Button, Heading, Input, Text } from "@medusajs/ui"
import { useState } from "react"
import { connect, insertAt } from "../../../../src/core/automations/editing/edit-flow"
import { nodeOf, targetOf, type Place } from "../../../../src/core/automations/editing/flow"
import { Choice } from "../../../parts/choice"
import type { NodeKindInfo } from "../../../parts/api/flows"
import { useText } from "../../../parts/use-text"
import { useFlowEditor } from "./editor-context"
import { GroupIcon } from "./group-icon"
import { newStep } from "./new-step"

const GROUPS = ["send", "flow", "person", "shop", "team"]

/** What can stand at a place, by groups, each with a sentence. */
export function AddPanel({ place }: { place: Place }) {
  const text = useText()
  const [q, setQ] = useState("")
  const { catalogue, words, change, choose } = useFlowEditor()
  const wanted = q.trim().toLowerCase()
  const found = catalogue.nodes.filter(
    ({ kind }) => !wanted || `${words.kindName(kind)} ${words.kindHint(kind)}`.toLowerCase().includes(wanted),
  )
  const groups = [...new Set([...GROUPS, ...found.map(({ group }) => group)])]

  function add(info: NodeKindInfo) {
    const step = newStep(info)
    change((before) => insertAt(before, place, step))
    choose({ kind: "step", id: step.id })
  }

  return (
    <div className="flex flex-col gap-y-4 px-5 py-4">
      <Heading level="h2">{text("automations.addTitle")}</Heading>
      <Input
        type="search"
        size="small"
        autoFocus
        value={q}
        aria-label={text("automations.addSearch")}
        placeholder={text("automations.addSearch")}
        onChange={(event) => setQ(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && found.length === 1) add(found[0]!)
        }}
      />
      {found.length === 0 && (
        <Text size="small" className="text-ui-fg-subtle">
          {text("automations.addNothing")}
        </Text>
      )}
      {groups.map((group) => {
        const kinds = found.filter((one) => one.group === group)
        return (
          kinds.length > 0 && (
            <section key={group} className="flex flex-col gap-y-1">
              <Text size="xsmall" weight="plus" className="text-ui-fg-muted">
                {words.group(group)}
              </Text>
              {kinds.map((info) => (
                <KindButton key={info.kind} info={info} onAdd={() => add(info)} />
              ))}
            </section>
          )
        )
      })}
      {!wanted && <Lead place={place} />}
    </div>
  )
}

function KindButton({ info, onAdd }: { info: NodeKindInfo; onAdd: () => void }) {
  const { words } = useFlowEditor()
  return (
    <button
      type="button"
      onClick={onAdd}
      className="hover:bg-ui-bg-base-hover focus-visible:shadow-borders-focus flex items-start gap-x-3 rounded-md px-2 py-2 text-left outline-none"
    >
      <GroupIcon group={info.group} />
      <span className="flex min-w-0 flex-col">
        <Text size="small" leading="compact" weight="plus">
          {words.kindName(info.kind)}
        </Text>
        <Text size="xsmall" className="text-ui-fg-subtle">
          {words.kindHint(info.kind)}
        </Text>
      </span>
    </button>
  )
}

/** To a step that is there, or nowhere. */
function Lead({ place }: { place: Place }) {
  const text = useText()
  const { draft, words, change, choose } = useFlowEditor()
  if (place.node === null) return null
  const others = draft.nodes.filter(({ id }) => id !== place.node)
  const target = nodeOf(draft, targetOf(draft, place))
  const lead = (to: string | null) => {
    change((before) => connect(before, place, to))
    choose(null)
  }
  return (
    <section className="flex flex-col gap-y-2 border-t pt-4">
      {others.length > 0 && (
        <>
          <Text size="small" weight="plus">
            {text("automations.addJoin")}
          </Text>
          <Choice
            size="small"
            label={text("automations.addJoin")}
            value=""
            placeholder={text("automations.addJoinHint")}
            options={others.map((node) => ({ value: node.id, label: words.title(node) }))}
            onChange={lead}
          />
        </>
      )}
      {target && (
        <Button size="small" variant="secondary" className="self-start" onClick={() => lead(null)}>
          {text("automations.addEnd")}
        </Button>
      )}
    </section>
  )
}
