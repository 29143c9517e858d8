import { Alert, Button, Input, Text } from "@medusajs/ui"
import { useState } from "react"
import type { Automation, Catalogue, Problem } from "../../parts/api/flows"
import { PageHead } from "../../parts/page-head"
import { SaveBadge } from "../../parts/save-badge"
import { useText } from "../../parts/use-text"
import { useRights } from "../../parts/use-rights"
import { problemWords } from "./editor/problem-words"
import { useStepWords } from "./editor/use-step-words"
import { MoreActions } from "./more-actions"
import { PublishButton } from "./publish-dialog"
import { AutomationBadge } from "./state-badge"
import { StateSwitch } from "./state-switch"
import type { AutomationDraft } from "./use-automation-draft"

export type HeadProps = {
  automation: Automation
  catalogue: Catalogue
  draft: AutomationDraft
  onReplaced: () => void
  /** Null: there is nothing to count yet. */
  numbers: { areShown: boolean; show: (areShown: boolean) => void } | null
}

/** Name, state, what is missing, and what can be done with the whole. */
export function AutomationHead({ automation, catalogue, draft, onReplaced, numbers }: HeadProps) {
  const text = useText()
  const count = automation.problems.length
  return (
    <>
      <PageHead
        back={{ to: "/mailroom/automations", label: text("menu.automations") }}
        title={<NameField draft={draft} />}
        hint={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <AutomationBadge state={automation.state} />
            {automation.live_version && (
              <Text size="small">{text("automations.version", { number: automation.live_version.number ?? 0 })}</Text>
            )}
            <SaveBadge state={draft.state} />
            <Text size="small" className={count > 0 ? "text-ui-fg-error" : "text-ui-fg-subtle"}>
              {count > 0 ? text("automations.problems", { count }) : text("automations.problemsNone")}
            </Text>
          </span>
        }
        actions={
          <>
            {numbers && (
              <Button size="small" variant="transparent" onClick={() => numbers.show(!numbers.areShown)}>
                {text(numbers.areShown ? "automations.numbersOff" : "automations.numbersOn")}
              </Button>
            )}
            <StateSwitch automation={automation} />
            <PublishButton automation={automation} draft={draft} />
            <MoreActions automation={automation} draft={draft} onReplaced={onReplaced} />
          </>
        }
      />
      {automation.live_problems.length > 0 && automation.state !== "off" && (
        <LiveProblems automation={automation} catalogue={catalogue} />
      )}
      {draft.state.kind === "conflict" && (
        <Alert variant="error">
          <span className="flex flex-wrap items-center gap-x-3 gap-y-2">
            {text("automations.save.conflict")}
            <Button size="small" variant="secondary" onClick={() => window.location.reload()}>
              {text("newsletters.loadOther")}
            </Button>
          </span>
        </Alert>
      )}
    </>
  )
}

/** What a live version relies on that was deleted since, each with its step. */
function LiveProblems({ automation, catalogue }: { automation: Automation; catalogue: Catalogue }) {
  const text = useText()
  const { nodes, trigger } = automation.draft
  const words = useStepWords(catalogue, nodes)
  const wordsOf = (problem: Problem) => {
    const node = nodes.find(({ id }) => id === problem.node)
    return `${node ? words.title(node) : words.trigger(trigger)}: ${problemWords(problem)}`
  }
  return (
    <Alert variant="warning">
      <span className="flex flex-col gap-y-1">
        {text("automations.liveProblems")}
        {[...new Set(automation.live_problems.map(wordsOf))].map((sentence) => (
          <span key={sentence}>{sentence}</span>
        ))}
      </span>
    </Alert>
  )
}

/** The name is typed where it stands. */
function NameField({ draft }: { draft: AutomationDraft }) {
  const text = useText()
  const rights = useRights()
  const [isOpen, setOpen] = useState(false)
  const { name } = draft.draft
  if (!isOpen)
    return (
      <button type="button" className="text-left" disabled={!rights.edit} onClick={() => setOpen(true)}>
        {name}
      </button>
    )
  return (
    <Input
      autoFocus
      size="small"
      maxLength={120}
      aria-label={text("automations.rename")}
      defaultValue={name}
      onChange={(event) => event.target.value.trim() && draft.change({ name: event.target.value.trim() })}
      onBlur={() => setOpen(false)}
      onKeyDown={(event) => (event.key === "Enter" || event.key === "Escape") && setOpen(false)}
    />
  )
}
