/**
 * `npm run bench:automations [-- --due 100000 --waiting 1000000 --events 200 --explain]`: people who come out of a wait all
 * at once are asked by a rule and get a mail planned; before that, a million who wait are looked at by the clock for a
 * while; at last events are told one by one, until their mail is queued. The last line is JSON.
 */
import { parseArgs } from "node:util"
import { aShop } from "../integration-tests/support/shop"
import type { Mailroom } from "../src/modules/mailroom/mailroom"
import { claimEnrolments } from "../src/modules/mailroom/sql/enrolments"
import { automationClock } from "../src/runtime/automation-clock"
import { startRuntime } from "../src/runtime/start"
import { triggerLoop } from "../src/runtime/triggers"
import { databaseCpu } from "./cpu"
import { planBulk } from "./plan-bulk"
import { onOwnDatabase, say, seconds } from "./runner"
import { seedContacts } from "./seed-contacts"

const { values } = parseArgs({
  options: {
    due: { type: "string", default: "100000" },
    waiting: { type: "string", default: "1000000" },
    events: { type: "string", default: "200" },
    explain: { type: "boolean", default: false },
  },
})
const [due, waiting, events] = [values.due, values.waiting, values.events].map(Number) as [number, number, number]
const IDLE_SECONDS = 20
const LEVEL = "loyalty.level_reached"

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** An own event, a day's wait, a rule that holds for everybody subscribed or not, a mail. */
async function anAutomation({ automationDrafts, automationLifecycle }: Mailroom, name: string, nodes: object[]) {
  const id = await automationDrafts.create({ name })
  const trigger = { kind: "own.event", settings: { name: LEVEL } }
  const { revision } = await automationDrafts.save(id, { draft: { trigger, nodes }, revision: 1 })
  await automationDrafts.publish(id, { revision, people: "stay", by: null })
  await automationLifecycle.switchTo(id, "live")
  return id
}

const send = { id: "mail", kind: "send_email", settings: { template: "welcome", class: "marketing" }, exits: {} }
const rule = {
  version: 1,
  match: "any",
  rules: [
    { kind: "profile", field: "country", op: "is", values: ["DE"] },
    { kind: "orders", measure: "count", op: "at_least", value: 0 },
  ],
}
const graph = [
  { id: "pause", kind: "wait", settings: { amount: 1, unit: "days" }, exits: { next: "rule" } },
  { id: "rule", kind: "filter", settings: { rule: "matches", matches: rule }, exits: { yes: "mail" } },
  send,
]

/** So many people stand behind the wait: due now, or in a month. */
async function stand({ db }: Mailroom, automationId: string, people: number, isDue: boolean): Promise<void> {
  await db.query({
    text: `INSERT INTO mailroom.enrolment (automation_id, version_id, occurrence_key, contact_id, facts, node, visit, state, due_at)
           SELECT a.id, a.live_version_id, 'bench:' || n, c.id, jsonb_build_object('triggerId', '0', 'event', 'own:' || $3::text,
                    'payload', jsonb_build_object('contact_id', c.id), 'source', 'api', 'occurredAt', mailroom.now(),
                    'isCorrection', false), 'rule', 1, 'waiting',
                  mailroom.now() + CASE WHEN $4 THEN interval '0' ELSE interval '30 days' END
             FROM mailroom.automation a, generate_series(1, $2::int) n
             JOIN (SELECT id, row_number() OVER (ORDER BY id) AS place FROM mailroom.contact) c ON c.place = (n - 1) % $5::int + 1
            WHERE a.id = $1`,
    values: [automationId, people, LEVEL, isDue, due],
  })
  await db.query({ text: `VACUUM ANALYZE mailroom.enrolment`, values: [] })
}

/** Percent of one core that the clock and the database use while nobody is due. */
async function idleCpu(mailroom: Mailroom): Promise<number> {
  const runtime = startRuntime(mailroom, { role: "shared", loops: [automationClock(mailroom)] })
  await wait(2000)
  const [database, own, began] = [await databaseCpu(mailroom.db), process.cpuUsage(), performance.now()]
  await wait(IDLE_SECONDS * 1000)
  const used = process.cpuUsage(own)
  const databaseUsed = ((await databaseCpu(mailroom.db)) ?? 0) - (database ?? 0)
  const took = (performance.now() - began) / 1000
  await runtime.stop()
  return Number(((100 * ((used.user + used.system) / 1e6 + databaseUsed)) / took).toFixed(1))
}

async function advancePerSecond(mailroom: Mailroom, people: number): Promise<number> {
  const clock = automationClock(mailroom)
  const began = performance.now()
  while ((await clock.turn()) === "more");
  const took = seconds(began)
  const [row] = await mailroom.db.query<{ n: number }>({
    text: `SELECT count(DISTINCT enrolment_id)::int AS n FROM mailroom.message`,
    values: [],
  })
  if (row!.n !== people) throw new Error(`${row!.n} of ${people} entrants have their mail.`)
  say(`advanced ${people} in ${took} s`)
  return Math.round(people / took)
}

/** One after another: the way of one event, not of many at once. */
async function eventToQueue(mailroom: Mailroom): Promise<number> {
  const [people, runtime] = [
    await mailroom.db.query<{ id: string }>({ text: `SELECT id FROM mailroom.contact LIMIT $1`, values: [events] }),
    startRuntime(mailroom, { role: "shared", loops: [triggerLoop(mailroom), automationClock(mailroom)] }),
  ]
  const waits: number[] = []
  for (const [n, { id }] of people.entries()) {
    const began = performance.now()
    await mailroom.ownEvents.push({ name: LEVEL, key: `event ${n}`, whom: { contactId: id } })
    while ((await queuedFor(mailroom, `event ${n}`)) === 0) await wait(5)
    waits.push(performance.now() - began)
    await wait(50 + ((n * 37) % 200))
  }
  await runtime.stop()
  return Math.round(waits.sort((a, b) => a - b)[Math.floor(waits.length * 0.95)]!)
}

async function queuedFor({ db }: Mailroom, key: string): Promise<number> {
  const [row] = await db.query<{ n: number }>({
    text: `SELECT count(*)::int AS n FROM mailroom.message m JOIN mailroom.enrolment e ON e.id = m.enrolment_id
            WHERE e.occurrence_key = $1`,
    values: [key],
  })
  return row!.n
}

async function run(databaseUrl: string): Promise<void> {
  const bulk = await planBulk(databaseUrl)
  const { mailroom } = bulk
  mailroom.shop = aShop()
  try {
    const compiled = { subject: "", preheader: "", html: "", plain: "", links: [], variables: [] }
    await mailroom.templates.syncBuiltins(async () => compiled, { locales: ["en"] })
    say(`making ${due} contacts and ${waiting} entrants who wait`)
    await seedContacts(mailroom.db, due)
    const id = await anAutomation(mailroom, "Waiting", graph)
    await stand(mailroom, id, waiting, false)
    if (values.explain) say(await plan(mailroom))
    const idle_cpu_percent = await idleCpu(mailroom)
    say(`idle: ${idle_cpu_percent} % of a core`)
    const busy = await anAutomation(mailroom, "Due", graph)
    await stand(mailroom, busy, due, true)
    const advance_per_s = await advancePerSecond(mailroom, due)
    await mailroom.automationLifecycle.switchTo(id, "paused")
    await mailroom.automationLifecycle.switchTo(busy, "paused")
    await anAutomation(mailroom, "At once", [send])
    const event_to_queue_p95_ms = await eventToQueue(mailroom)
    say(JSON.stringify({ advance_per_s, event_to_queue_p95_ms, idle_enrolments: waiting, idle_cpu_percent }))
  } finally {
    await bulk.close()
  }
}

async function plan({ db }: Mailroom): Promise<string> {
  const { text, values: given } = claimEnrolments({ limit: 500, leaseSeconds: 60 })
  const rows = await db.query<{ "QUERY PLAN": string }>({ text: `EXPLAIN (ANALYZE, BUFFERS) ${text}`, values: given })
  return rows.map((row) => row["QUERY PLAN"]).join("\n")
}

onOwnDatabase(run)
