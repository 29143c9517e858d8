/** What is looked at to say how Mailroom fares; ages and lags in seconds, null where there is nothing. */
export type HealthFacts = {
  ready: { receipts: boolean; marketing: boolean }
  /** Processes that send and have shown themselves within half a minute. */
  senders: number
  /** Of lanes that are open: how long the oldest mail that is due has waited. */
  receiptsAge: number | null
  bulkAge: number | null
  breakers: { state: "closed" | "open" | "probing"; needsMerchant: boolean }[]
  inDoubt: number
  failingLoops: number
  /** Since the shop's own data was last looked through; null: never, or there is no shop in this installation's processes. */
  reconcilerLag: number | null
  triggersAge: number | null
  automationsAge: number | null
  unrecorded: number
  /** Null: none is configured. */
  redis: { isUp: boolean; mayEvict: boolean } | null
}

export const CHECK_KEYS = [
  "ready",
  "marketing_ready",
  "senders",
  "receipts_age",
  "bulk_age",
  "breaker",
  "in_doubt",
  "loops",
  "reconciler_lag",
  "triggers_age",
  "automations_age",
  "unrecorded",
  "redis",
  "redis_eviction",
] as const
export type CheckKey = (typeof CHECK_KEYS)[number]

export type HealthStatus = "ok" | "warn" | "fail"
export type Check = {
  key: CheckKey
  status: HealthStatus
  value: number | null
  warn_above: number
  fail_above: number | null
}

const MINUTE = 60
const HOUR = 60 * MINUTE

/** Each question with its answer and its limits (docs/operations.md names what to do); a check that does not apply is left out. */
export function healthChecks(facts: HealthFacts): Check[] {
  const { redis, breakers } = facts
  const open = breakers.filter(({ state }) => state !== "closed")
  return [
    over("ready", Number(!facts.ready.receipts), 0, 0),
    // Receipts go: the shop works, newsletters wait.
    over("marketing_ready", Number(!facts.ready.marketing), 0, null),
    over("senders", Number(facts.senders === 0), 0, 0),
    over("receipts_age", facts.receiptsAge, MINUTE, 5 * MINUTE),
    over("bulk_age", facts.bulkAge, HOUR, null),
    over("breaker", open.length, 0, open.some(({ needsMerchant }) => needsMerchant) ? 0 : null),
    over("in_doubt", facts.inDoubt, 0, null),
    over("loops", facts.failingLoops, 0, null),
    over("reconciler_lag", facts.reconcilerLag, 5 * MINUTE, HOUR),
    over("triggers_age", facts.triggersAge, MINUTE, 10 * MINUTE),
    over("automations_age", facts.automationsAge, 2 * MINUTE, 15 * MINUTE),
    over("unrecorded", facts.unrecorded, 0, null),
    ...(redis
      ? [over("redis", Number(!redis.isUp), 0, null), over("redis_eviction", Number(redis.mayEvict), 0, null)]
      : []),
  ]
}

/** The worst of all. */
export function healthStatus(checks: Pick<Check, "status">[]): HealthStatus {
  if (checks.some(({ status }) => status === "fail")) return "fail"
  return checks.some(({ status }) => status === "warn") ? "warn" : "ok"
}

function over(key: CheckKey, value: number | null, warnAbove: number, failAbove: number | null): Check {
  const measured = value ?? 0
  const status = failAbove !== null && measured > failAbove ? "fail" : measured > warnAbove ? "warn" : "ok"
  return { key, status, value, warn_above: warnAbove, fail_above: failAbove }
}
