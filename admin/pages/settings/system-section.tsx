import { StatusBadge, Text } from "@medusajs/ui"
import type { Health, HealthStatus } from "../../parts/api/system"
import { Section } from "../../parts/section"
import { WhenRead } from "../../parts/states"
import { useFormat } from "../../parts/use-format"
import { useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"
import { JobsCard } from "./jobs-card"
import { ProcessesCard } from "./processes-card"
import { TasksCard } from "./tasks-card"

const COLOUR: Record<HealthStatus, "green" | "orange" | "red"> = { ok: "green", warn: "orange", fail: "red" }

/** Whether the machine behind the mails runs: what is checked, who works, what is being done. */
export function SystemSection() {
  const health = useRead<Health>("/health", { refreshMs: 5_000 })
  return (
    <WhenRead read={health}>
      {(data) => (
        <>
          <Checks health={data} />
          <JobsCard />
          <ProcessesCard processes={data.processes} />
          <TasksCard tasks={data.tasks} />
        </>
      )}
    </WhenRead>
  )
}

function Checks({ health: { status, checks, per_second: rate } }: { health: Health }) {
  const text = useText()
  const format = useFormat()
  return (
    <Section
      title={text("system.title")}
      hint={text("system.hint")}
      actions={<StatusBadge color={COLOUR[status]}>{text(`system.status.${status}`)}</StatusBadge>}
    >
      <ul className="grid grid-cols-1 gap-x-6 px-6 py-3 sm:grid-cols-2">
        {checks.map((check) => (
          <li key={check.key} className="py-1">
            <StatusBadge color={COLOUR[check.status]}>{text(`system.checks.${check.key}`)}</StatusBadge>
          </li>
        ))}
      </ul>
      <div className="flex items-center justify-between px-6 py-3">
        <Text size="small" weight="plus">
          {text("system.perSecond")}
        </Text>
        <Text size="small">{rate > 0 ? format.number(Number(rate.toFixed(1))) : text("system.noneNow")}</Text>
      </div>
    </Section>
  )
}
