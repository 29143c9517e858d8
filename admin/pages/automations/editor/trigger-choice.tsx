import { Button, Input, Text } from "@medusajs/ui"
import { useState } from "react"
import type { TriggerKindInfo } from "../../../parts/api/flows"
import { useText } from "../../../parts/use-text"
import { useFlowEditor } from "./editor-context"
import { triggerGroups } from "./trigger-groups"

/** Which kind of trigger: a list by groups, folded away once one is chosen. */
export function TriggerChoice() {
  const text = useText()
  const [q, setQ] = useState("")
  const { draft, catalogue, words, change, canEdit } = useFlowEditor()
  const [isOpen, setOpen] = useState(draft.trigger === null)
  const wanted = q.trim().toLowerCase()
  const found = catalogue.triggers.filter(({ kind }) => words.triggerName(kind).toLowerCase().includes(wanted))

  function choose(info: TriggerKindInfo) {
    change((before) => ({
      ...before,
      trigger: {
        kind: info.kind,
        settings: structuredClone(info.defaults),
        filters: before.trigger?.filters ?? [],
        reentry: before.trigger?.reentry ?? { rule: "per_occurrence" },
      },
    }))
    setOpen(false)
  }

  if (!isOpen)
    return (
      <div className="flex items-center justify-between gap-x-3">
        <Text size="small" weight="plus" className="min-w-0">
          {words.trigger(draft.trigger)}
        </Text>
        {canEdit && (
          <Button size="small" variant="secondary" onClick={() => setOpen(true)}>
            {text("common.edit")}
          </Button>
        )}
      </div>
    )
  return (
    <div className="flex flex-col gap-y-3">
      <Input
        type="search"
        size="small"
        value={q}
        aria-label={text("common.search")}
        placeholder={text("automations.triggerNone")}
        onChange={(event) => setQ(event.target.value)}
      />
      {triggerGroups(found).map((group) => {
        const kinds = found.filter((one) => one.group === group)
        return (
          kinds.length > 0 && (
            <section key={group} className="flex flex-col">
              <Text size="xsmall" weight="plus" className="text-ui-fg-muted mb-1">
                {words.triggerGroup(group)}
              </Text>
              {kinds.map((info) => (
                <button
                  key={info.kind}
                  type="button"
                  disabled={!canEdit}
                  aria-pressed={info.kind === draft.trigger?.kind}
                  className="hover:bg-ui-bg-base-hover aria-pressed:bg-ui-bg-base-pressed txt-compact-small rounded-md px-2 py-1.5 text-left"
                  onClick={() => choose(info)}
                >
                  {words.triggerName(info.kind)}
                </button>
              ))}
            </section>
          )
        )
      })}
    </div>
  )
}
