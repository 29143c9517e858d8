import { Text } from "@medusajs/ui"
import type { Automation, Catalogue, TestRun } from "../../parts/api/flows"
import { useFormat } from "../../parts/use-format"
import { useText, useWord } from "../../parts/use-text"
import { useNamed, useStepWords } from "./editor/use-step-words"
import { useOutcomeWords } from "./use-outcome-words"

type Props = { run: TestRun; who: string; automation: Automation; catalogue: Catalogue }

/** Step by step what happened, with the time at which it would have. */
export function TestRunSteps({ run, who, automation, catalogue }: Props) {
  const text = useText()
  const outcomeWords = useOutcomeWords()
  const lastMail = run.steps.filter(({ kind }) => kind === "mail").at(-1)
  // Of a mail that this person would not get it is said at its step; that it ended with a mail would not be true.
  const isMailless = run.outcome === "mailed" && lastMail?.refused
  return (
    <div className="flex flex-col gap-y-2" role="status">
      <Text size="small" weight="plus">
        {text("tryOut.pathOf", { who })}
      </Text>
      {run.steps.length > 0 && (
        <ol className="divide-y overflow-hidden rounded-lg border">
          {run.steps.map((step, n) => (
            <Step key={n} step={step} automation={automation} catalogue={catalogue} />
          ))}
        </ol>
      )}
      {!isMailless && (
        <Text size="small" className="text-ui-fg-subtle">
          {outcomeWords(run.outcome)}
        </Text>
      )}
    </div>
  )
}

function Step({ step, automation, catalogue }: Omit<Props, "run" | "who"> & { step: TestRun["steps"][number] }) {
  const text = useText()
  const format = useFormat()
  const word = useWord()
  const named = useNamed()
  const effectWords = (kind: string) => named("entrants.effectKinds", kind, named("steps.kind", kind))
  const words = useStepWords(catalogue, automation.draft.nodes)
  const node = automation.draft.nodes.find((one) => one.id === step.node)
  const isBranch = node && Object.keys(node.exits).length > 1 && Object.values(node.exits).some((to) => to !== null)
  const went = step.exit && isBranch ? words.exit(node, step.exit) : step.kind === "passed" ? text("tryOut.passed") : ""
  const what = [
    step.subject ?? (step.kind === "passed" || step.kind === "mail" ? "" : effectWords(step.kind)),
    step.refused ? text("tryOut.wouldNotGo", { reason: word("words.reason", step.refused) }) : "",
    went && `→ ${went}`,
  ]
  return (
    <li className="grid grid-cols-1 gap-x-4 px-4 py-2 sm:grid-cols-[160px_minmax(0,1fr)_minmax(0,2fr)]">
      <Text size="small" className="text-ui-fg-muted">
        {format.dateTime(step.at)}
      </Text>
      <Text size="small" weight="plus" className="truncate">
        {node ? words.title(node) : step.node}
      </Text>
      <Text size="small" className="break-words">
        {what.filter(Boolean).join(" · ")}
      </Text>
    </li>
  )
}
