import { StatusBadge, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { ActionButton } from "../../parts/action-button"
import type { Job, JobKind, JobState } from "../../parts/api/system"
import { ProgressBar } from "../../parts/progress-bar"
import { Section } from "../../parts/section"
import { said } from "../../parts/said"
import { EmptyState, WhenRead } from "../../parts/states"
import { useFormat } from "../../parts/use-format"
import { useChange, useRead } from "../../parts/use-mailroom"
import { useText, useWord } from "../../parts/use-text"

const LOOK_MS = 2_000
const COLOUR: Record<JobState, "blue" | "green" | "red" | "grey"> = {
  running: "blue",
  done: "green",
  failed: "red",
  cancelled: "grey",
}

/** Where more is to be seen of it. */
const PAGE_OF: Partial<Record<JobKind, (rowId: string) => string>> = {
  import: (id) => `/mailroom/imports/${id}`,
  preflight: (id) => `/mailroom/newsletters/${id}`,
  replay: (id) => `/mailroom/automations/${id}?tab=tryOut`,
  mailing: (id) => `/mailroom/newsletters/${id}`,
}

/** Work that is not mail: how far it is, and what can be done about it. */
export function JobsCard() {
  const text = useText()
  const jobs = useRead<{ jobs: Job[] }>("/jobs", { query: { limit: 20 }, refreshMs: LOOK_MS })
  return (
    <Section title={text("system.jobs")} hint={text("system.jobsHint")}>
      <WhenRead read={jobs}>
        {({ jobs: all }) =>
          all.length === 0 ? (
            <EmptyState title={text("system.noJobs")} hint={text("system.noJobsHint")} />
          ) : (
            <>
              {all.map((job) => (
                <Line key={job.id} job={job} />
              ))}
            </>
          )
        }
      </WhenRead>
    </Section>
  )
}

function Line({ job }: { job: Job }) {
  const text = useText()
  const word = useWord()
  const format = useFormat()
  const cancel = useChange(`/jobs/${job.id}/cancel`, { done: text("system.cancelled") })
  const retry = useChange(`/jobs/${job.id}/retry`, { done: text("system.retried") })
  const page = PAGE_OF[job.kind]?.(job.row_id)
  const kind = text(`system.kind.${job.kind}`)
  const name = job.title ? `${kind}: ${job.title}` : kind
  const isRunning = job.state === "running"
  return (
    <div className="flex flex-col gap-y-2 px-6 py-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <div className="flex min-w-0 flex-col">
          <Text size="small" weight="plus" className="truncate">
            {page ? <Link to={page}>{name}</Link> : name}
          </Text>
          <Text size="small" className="text-ui-fg-subtle">
            {[
              word("system.step", isRunning || job.kind === "bulk_action" ? job.step : null),
              numbers(),
              format.ago(job.finished_at ?? job.started_at),
            ]
              .filter(Boolean)
              .join(" · ")}
          </Text>
        </div>
        <div className="flex items-center gap-2">
          <StatusBadge color={COLOUR[job.state]}>{text(`system.state.${job.state}`)}</StatusBadge>
          {job.can.cancel && (
            <ActionButton needs="edit" isLoading={cancel.isPending} onClick={() => cancel.mutate()}>
              {text("system.cancel")}
            </ActionButton>
          )}
          {job.can.retry && (
            <ActionButton needs="edit" isLoading={retry.isPending} onClick={() => retry.mutate()}>
              {text("system.retry")}
            </ActionButton>
          )}
        </div>
      </div>
      {isRunning && job.share !== null && <ProgressBar label={name} share={job.share} />}
      {job.problem && (
        <Text size="small" className="text-ui-fg-error break-words">
          {said(job.problem)}
        </Text>
      )}
    </div>
  )

  function numbers(): string {
    if (job.done === null) return ""
    if (job.total === null) return format.number(job.done)
    return text("system.progress", { done: format.number(job.done), total: format.number(job.total) })
  }
}
