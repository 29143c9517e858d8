import { Badge, StatusBadge, Text } from "@medusajs/ui"
import type { ProcessHealth } from "../../parts/api/system"
import { Section } from "../../parts/section"
import { EmptyState } from "../../parts/states"
import { useFormat } from "../../parts/use-format"
import { useText } from "../../parts/use-text"

/** Each process, when it last showed itself, what it sends and what is wrong in it. */
export function ProcessesCard({ processes }: { processes: ProcessHealth[] }) {
  const text = useText()
  return (
    <Section title={text("system.processes")} hint={text("system.processesHint")}>
      {processes.length === 0 && <EmptyState title={text("system.noProcess")} hint={text("system.noProcessHint")} />}
      {processes.map((process) => (
        <Process key={process.process_id} process={process} />
      ))}
    </Section>
  )
}

function Process({ process }: { process: ProcessHealth }) {
  const text = useText()
  const format = useFormat()
  const { process_id: id, role, sending, redis, failing, is_late: isLate } = process
  const age = format.duration(process.age_seconds)
  return (
    <div className="flex flex-col gap-y-2 px-6 py-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <div className="flex min-w-0 flex-col">
          <Text size="small" weight="plus">
            {text(`system.role.${role}`)}
          </Text>
          <Text size="xsmall" className="text-ui-fg-muted truncate font-mono">
            {id} · {text("system.since", { at: format.dateTime(process.started_at) })}
          </Text>
        </div>
        <div className="flex flex-wrap items-center gap-2">
          {redis && (
            <Badge size="2xsmall" color={!redis.is_up || redis.may_evict ? "orange" : "grey"}>
              {text(!redis.is_up ? "system.redisAway" : redis.may_evict ? "system.redisEvicts" : "system.redisUp")}
            </Badge>
          )}
          <StatusBadge color={isLate ? "red" : "green"}>
            {text(isLate ? "system.silent" : "system.lately", { age })}
          </StatusBadge>
        </div>
      </div>
      {sending && (
        <Text size="small" className="text-ui-fg-subtle">
          {text("system.sends", { rate: format.number(sending.per_second), n: format.number(sending.sent) })}
        </Text>
      )}
      {sending && sending.breaker.state !== "closed" && (
        <Text size="small" className="text-ui-fg-error">
          {text("system.breakerOpen", { cause: sending.breaker.cause ?? "–" })}
        </Text>
      )}
      {failing.map(({ loop, failures, error }) => (
        <Text key={loop} size="small" className="text-ui-fg-error break-words">
          {text("system.failing", { count: failures, loop, error: error ?? "–" })}
        </Text>
      ))}
    </div>
  )
}
