import { Text, usePrompt } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { ActionButton } from "../../parts/action-button"
import { MessageBadge } from "../../parts/badges"
import type { Automation, Catalogue, EntrantOnWay, PathStep } from "../../parts/api/flows"
import { said } from "../../parts/said"
import { Section } from "../../parts/section"
import { WhenRead } from "../../parts/states"
import { useFormat } from "../../parts/use-format"
import { useChange, useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"
import { useNamed, useStepWords } from "./editor/use-step-words"
import { useSawWords } from "./use-saw-words"

type Props = { automation: Automation; catalogue: Catalogue; enrolment: string }

/** One person's way in words: each decision with what it saw, each mail with what became of it. */
export function EntrantCard({ automation, catalogue, enrolment }: Props) {
  const text = useText()
  const read = useRead<EntrantOnWay>(`/automations/${automation.id}/entrants/${enrolment}`, { refreshMs: 15_000 })
  const who = read.data?.entrant.email ?? text("entrants.noPerson")
  return (
    <Section
      title={text("entrants.path", { who })}
      hint={text("entrants.pathHint")}
      actions={read.data && <StopButton automation={automation} path={read.data} who={who} />}
    >
      <WhenRead read={read}>{(path) => <WayOf path={path} catalogue={catalogue} />}</WhenRead>
    </Section>
  )
}

type WayProps = { path: EntrantOnWay; catalogue: Catalogue }

function WayOf({ path, catalogue }: WayProps) {
  const text = useText()
  const words = useStepWords(catalogue, path.way.nodes)
  const stepOf = (id: string | null) => {
    const node = path.way.nodes.find((one) => one.id === id)
    return node ? words.title(node) : id === null ? text("automations.trigger") : id
  }
  return (
    <>
      <Text size="small" className="px-6 py-3" role="status">
        {said(path.sentence)}
      </Text>
      <StepList steps={path.path} stepOf={stepOf} />
    </>
  )
}

export function StepList({ steps, stepOf }: { steps: PathStep[]; stepOf: (node: string | null) => string }) {
  const format = useFormat()
  return (
    <ol className="divide-y">
      {steps.map((step, n) => (
        <li
          key={n}
          className="grid grid-cols-1 gap-x-4 gap-y-1 px-6 py-3 sm:grid-cols-[160px_minmax(0,1fr)_minmax(0,2fr)]"
        >
          <Text size="small" className="text-ui-fg-muted">
            {format.dateTime(step.at)}
          </Text>
          <Text size="small" weight="plus" className="truncate">
            {stepOf(step.node)}
          </Text>
          <Text as="div" size="small" className="min-w-0 break-words">
            <StepWordsOf step={step} />
          </Text>
        </li>
      ))}
    </ol>
  )
}

function StepWordsOf({ step }: { step: PathStep }) {
  const text = useText()
  const named = useNamed()
  const sawWords = useSawWords()
  switch (step.kind) {
    case "decision": {
      const values = sawWords(step.saw)
      return (
        <>
          {said(step.sentence)}
          {values && <span className="text-ui-fg-muted"> {text("entrants.saw", { values })}</span>}
        </>
      )
    }
    case "message":
      return (
        <span className="flex items-center gap-x-2">
          <MessageBadge status={step.message.status} reason={step.message.reason} />
          <Link className="text-ui-fg-interactive truncate" to={`/mailroom/outbox/${step.message.id}`}>
            {step.message.subject ?? text("common.noSubject")}
          </Link>
        </span>
      )
    case "effect":
      return (
        <>
          {named("entrants.effectKinds", step.effect.kind, named("steps.kind", step.effect.kind))}:{" "}
          {named("entrants.effectStates", step.effect.state)}
          {step.sentence && <span className="text-ui-fg-muted"> {said(step.sentence)}</span>}
          <SaidText answer={step.effect.answer} />
        </>
      )
  }
}

/** Of an SMS or a push: what the person was told, and where. */
function SaidText({ answer }: { answer: unknown }) {
  const { to, text } = (answer ?? {}) as { to?: unknown; text?: unknown }
  if (typeof to !== "string" || typeof text !== "string") return null
  return (
    <span className="text-ui-fg-subtle block whitespace-pre-line">
      {to}: “{text}”
    </span>
  )
}

function StopButton({ automation, path, who }: { automation: Automation; path: EntrantOnWay; who: string }) {
  const text = useText()
  const prompt = usePrompt()
  const stop = useChange<void>(`/automations/${automation.id}/entrants/${path.entrant.id}/stop`, {
    done: text("entrants.stopped"),
  })
  if (path.entrant.state !== "waiting" && path.entrant.state !== "due") return null
  async function ask() {
    const isSure = await prompt({
      title: text("entrants.stopTitle", { who }),
      description: text("entrants.stopDescription"),
      confirmText: text("entrants.stop"),
      cancelText: text("common.cancel"),
    })
    if (isSure) stop.mutate()
  }
  return (
    <ActionButton needs="send" isLoading={stop.isPending} onClick={() => void ask()}>
      {text("entrants.stop")}
    </ActionButton>
  )
}
