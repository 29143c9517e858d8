import { Input, Label, Text } from "@medusajs/ui"
import { useId, useState } from "react"
import { ActionButton } from "../../parts/action-button"
import type { Automation, Catalogue, ReplayRun } from "../../parts/api/flows"
import { ProgressBar } from "../../parts/progress-bar"
import { said } from "../../parts/said"
import { Section } from "../../parts/section"
import { useFormat } from "../../parts/use-format"
import { useChange, useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"
import { ReplayOutcome } from "./replay-outcome"

type Props = { automation: Automation; catalogue: Catalogue; before: () => Promise<boolean> }

const LOOK_MS = 1_000
const MOST_DAYS = 90

/** The draft run over the last days of the real shop, without any effect (F51). */
export function ReplayCard({ automation, catalogue, before }: Props) {
  const text = useText()
  const path = `/automations/${automation.id}/replay`
  const read = useRead<{ replay: ReplayRun | null }>(path, {
    refreshMs: (last) => last?.replay?.state === "running" && LOOK_MS,
  })
  const run = read.data?.replay ?? null
  const isRunning = run?.state === "running"
  const start = useChange<{ days: number }>(path)
  return (
    <Section
      title={text("tryOut.replayTitle")}
      hint={text("tryOut.replayHint")}
      actions={
        <Ask
          isAgain={run?.state === "done"}
          isBusy={start.isPending || isRunning}
          whyDisabled={automation.problems.length > 0 ? text("automations.mendFirst") : null}
          onAsk={async (days) => {
            if (await before()) start.mutate({ days })
          }}
        />
      }
    >
      {run && <Run run={run} path={path} automation={automation} catalogue={catalogue} />}
    </Section>
  )
}

type AskProps = { isAgain: boolean; isBusy: boolean; whyDisabled: string | null; onAsk: (days: number) => void }

function Ask({ isAgain, isBusy, whyDisabled, onAsk }: AskProps) {
  const text = useText()
  const id = useId()
  const [days, setDays] = useState(30)
  return (
    <>
      <Label htmlFor={id} size="small">
        {text("tryOut.days")}
      </Label>
      <Input
        id={id}
        size="small"
        type="number"
        min={1}
        max={MOST_DAYS}
        className="w-20"
        value={String(days)}
        onChange={(event) => setDays(Math.min(MOST_DAYS, Math.max(1, Number(event.target.value) || 1)))}
      />
      <Text size="small">{text("tryOut.daysUnit")}</Text>
      <ActionButton
        needs="see"
        variant="primary"
        isLoading={isBusy}
        whyDisabled={whyDisabled}
        onClick={() => onAsk(days)}
      >
        {text(isAgain ? "tryOut.again" : "tryOut.replay")}
      </ActionButton>
    </>
  )
}

type RunProps = { run: ReplayRun; path: string; automation: Automation; catalogue: Catalogue }

function Run({ run, path, automation, catalogue }: RunProps) {
  const text = useText()
  const format = useFormat()
  if (run.state === "running") return <Working run={run} path={path} />
  if (run.state === "failed" || run.state === "cancelled")
    return (
      <Text size="small" className="px-6 py-4" role="status">
        {run.problem ? said(run.problem) : text("tryOut.cancelledNote")}
      </Text>
    )
  if (!run.report) return null
  return (
    <div className="flex flex-col gap-y-4 px-6 py-4">
      <Text size="small" className="text-ui-fg-muted">
        {text("tryOut.madeAt", { when: format.dateTime(run.finished_at ?? run.created_at), days: run.days })}
      </Text>
      <ReplayOutcome replay={run.report} automation={automation} catalogue={catalogue} />
    </div>
  )
}

function Working({ run, path }: { run: ReplayRun; path: string }) {
  const text = useText()
  const cancel = useChange(`${path}/cancel`)
  const share = run.total ? run.done / run.total : 0
  return (
    <div className="flex flex-col gap-y-3 px-6 py-4" role="status">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <Text size="small">
          {run.total === null ? text("tryOut.waiting") : text("tryOut.working", { days: run.days })}
        </Text>
        <ActionButton needs="see" isLoading={cancel.isPending} onClick={() => cancel.mutate()}>
          {text("tryOut.cancel")}
        </ActionButton>
      </div>
      <ProgressBar label={text("tryOut.replayTitle")} share={share} />
    </div>
  )
}
