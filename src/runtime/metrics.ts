import { Gauge, Registry } from "prom-client"
import type { Mailroom } from "../modules/mailroom/mailroom"
import type { Health } from "../modules/mailroom/services/health"

/** The figures of `health` in Prometheus's text format. All processes together: it is enough to ask one of them. */
export async function metricsText(mailroom: Mailroom): Promise<{ type: string; text: string }> {
  const [health, jobs] = [await mailroom.health.read(), await mailroom.jobs.list()]
  const registry = new Registry()
  const gauge = gaugeIn(registry)
  lanes(gauge, health)
  processes(gauge, health)
  const { outbox, backlog, tracking } = health
  gauge("mailroom_messages_in_doubt", "Handed over, no answer known; of the last 31 days.")(outbox.in_doubt)
  gauge("mailroom_messages_held", "Kept back on purpose.")(outbox.held)
  gauge("mailroom_messages_failed_24h", "Refused for good within a day.")(outbox.failed_24h)
  gauge("mailroom_messages_sent_24h", "Accepted by a server within a day.")(outbox.sent_24h)
  gauge("mailroom_send_rate_per_second", "Mails a second over the last ten, all processes.")(health.per_second)
  gauge("mailroom_reconciler_lag_seconds", "Since the shop's own data was looked through.")(backlog.reconciler_lag)
  gauge("mailroom_triggers_due", "Occurrences that wait to be looked at.")(backlog.triggers)
  gauge("mailroom_triggers_age_seconds", "How long the oldest of them has waited.")(backlog.triggers_age ?? 0)
  gauge("mailroom_enrolments_due", "Entrants of automations whose next step is due.")(backlog.enrolments)
  gauge("mailroom_enrolments_age_seconds", "How long the oldest of them has waited.")(backlog.enrolments_age ?? 0)
  gauge("mailroom_unrecorded_24h", "Opens and clicks that were answered but not stored.")(tracking.unrecorded_24h)
  const check = gauge("mailroom_check", "0 = ok, 1 = warn, 2 = fail; the limits are those of /health.", ["check"])
  for (const { key, status } of health.checks) check(LEVEL[status], { check: key })
  const running = gauge("mailroom_jobs_running", "Work that is not mail and goes on.", ["kind"])
  for (const kind of new Set(jobs.map((job) => job.kind)))
    running(jobs.filter((job) => job.kind === kind && job.state === "running").length, { kind })
  return { type: registry.contentType, text: await registry.metrics() }
}

const LEVEL = { ok: 0, warn: 1, fail: 2 }

type Put = (value: number | null, labels?: Record<string, string>) => void
type MakeGauge = (name: string, help: string, labelNames?: string[]) => Put

/** What is not known is left out, not zero. */
function gaugeIn(registry: Registry): MakeGauge {
  return (name, help, labelNames = []) => {
    const gauge = new Gauge({ name, help, labelNames, registers: [registry] })
    if (labelNames.length === 0) gauge.remove()
    return (value, labels = {}) => (value === null ? undefined : gauge.set(labels, value))
  }
}

function lanes(gauge: MakeGauge, { outbox }: Health): void {
  const queued = gauge("mailroom_lane_queued", "Mails of a lane that have not left.", ["lane", "state"])
  const due = gauge("mailroom_lane_due", "Of them those whose time has come.", ["lane", "state"])
  const age = gauge("mailroom_lane_age_seconds", "How long the oldest due mail of a lane has waited.", [
    "lane",
    "state",
  ])
  for (const { name, mailing_id, state, queued: all, due: dueNow, oldest_due_seconds } of outbox.lanes) {
    const labels = { lane: mailing_id ?? name, state }
    queued(all, labels)
    due(dueNow, labels)
    age(oldest_due_seconds ?? 0, labels)
  }
  gauge("mailroom_in_flight", "Claimed by a worker.")(outbox.in_flight)
}

function processes(gauge: MakeGauge, { processes: all, heartbeat }: Health): void {
  const age = gauge("mailroom_process_age_seconds", "Since a process showed itself.", ["process", "role"])
  const rate = gauge("mailroom_process_rate_per_second", "Mails a second over the last ten.", ["process"])
  const breaker = gauge("mailroom_breaker_open", "1 = the mail server is in trouble, mail waits.", ["process"])
  const failing = gauge("mailroom_loop_failures", "Failed turns in a row.", ["process", "loop"])
  const redis = gauge("mailroom_redis_up", "1 = this process reaches Redis.", ["process"])
  for (const { process_id: process, role, age_seconds, is_late, sending, failing: loops, redis: seen } of all) {
    age(age_seconds, { process, role })
    if (is_late) continue
    if (sending) rate(sending.per_second, { process })
    if (sending) breaker(Number(sending.breaker.state !== "closed"), { process })
    for (const { loop, failures } of loops) failing(failures, { process, loop })
    if (seen) redis(Number(seen.is_up), { process })
  }
  gauge("mailroom_heartbeat_age_seconds", "Since any process that sends showed itself.")(heartbeat.age_seconds)
  gauge("mailroom_senders", "Processes that send.")(all.filter(({ sending, is_late }) => sending && !is_late).length)
}
