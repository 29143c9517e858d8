/**
 * `npm run bench:triggers [-- --contacts 1000000 --explain]`: how long the clocks of the triggers look at everybody, with
 * birthdays, a date field, registrations, orders and visits of as many people in twelve time zones. Each look is asked at
 * the moment when a day is due in Vienna. The last line is JSON: seconds per trigger.
 */
import { parseArgs } from "node:util"
import { triggerSchema } from "../src/core/automations/definition"
import { enter } from "../src/modules/mailroom/sql/enter"
import { limitReading } from "../src/modules/mailroom/sql/segment-members"
import { DATE_CLOCKS } from "../src/runtime/trigger-clocks/date-clocks"
import { createDataSource } from "../src/modules/mailroom/data-source"
import { databaseOf, type Database } from "../src/modules/mailroom/database"
import { onOwnDatabase, say } from "./runner"

const { values } = parseArgs({
  options: { contacts: { type: "string", default: "1000000" }, explain: { type: "boolean", default: false } },
})
const contacts = Number(values.contacts)
const CHUNK = 50_000
const ZONES = [
  "Europe/Vienna",
  "Europe/Berlin",
  "Europe/Paris",
  "Europe/London",
  "America/New_York",
  "America/Los_Angeles",
  "Asia/Tokyo",
  "Australia/Sydney",
  "America/Sao_Paulo",
  "Asia/Kolkata",
  "Africa/Cairo",
]

/** Everything of the last 365 days, spread evenly; one in twelve has no time zone. */
const SEED = `
  WITH n AS MATERIALIZED (
    SELECT mailroom.uuidv7() AS id, i, mailroom.now() - make_interval(secs => (i::bigint * 7919) % 31536000) AS at,
      ($3::text[])[1 + i % 12] AS zone, date '1950-01-01' + ((i::bigint * 104729) % 20000)::int AS day
    FROM generate_series($1::int + 1, $2::int) i
  ),
  people AS (
    INSERT INTO mailroom.contact (id, time_zone, birthday, fields, source, created_at)
    SELECT id, zone, day, CASE WHEN i % 2 = 0 THEN jsonb_build_object('renewal', day) ELSE '{}' END, 'seed', at FROM n
  ),
  accounts AS (
    INSERT INTO mailroom.contact_customer (customer_id, contact_id, has_account, registered_at) SELECT 'cus_' || i, id, true, at FROM n
  ),
  totals AS (
    INSERT INTO mailroom.contact_purchase_total (contact_id, currency, order_count, net_spend, first_order_at, last_order_at)
    SELECT id, 'eur', 1, 10, at, at FROM n
  ),
  orders AS (
    INSERT INTO mailroom.purchase_order (order_id, contact_id, currency, total, net_total, placed_at)
    SELECT 'order_' || i, id, 'eur', 10, 8, at FROM n
  ),
  balances AS (
    INSERT INTO mailroom.balance (contact_id, name, expires_on, amount) SELECT id, 'points', (at + interval '180 days')::date, 10 FROM n
  )
  INSERT INTO mailroom.visitor (contact_id, first_visit_at, last_visit_at) SELECT id, at, at FROM n`

const TRIGGERS: [string, object][] = [
  ["date.of_customer", { field: "birthday" }],
  ["date.of_customer", { field: "renewal" }],
  ["customer.registered_ago", { days: 30 }],
  ["customer.ordered_ago", { days: 90 }],
  ["customer.visited_ago", { days: 30 }],
  ["date.of_order", { days: 14 }],
  ["balance.expiring", { name: "points", daysBefore: 14 }],
]

async function run(db: Database): Promise<void> {
  for (let from = 0; from < contacts; from += CHUNK) {
    await db.transaction(async (tx) => {
      // Made as a copy is: without search texts, and without asking of each row whether its person is there.
      await tx.query({ text: `SET LOCAL session_replication_role = replica`, values: [] })
      await tx.query({ text: SEED, values: [from, Math.min(from + CHUNK, contacts), ZONES] })
    })
    say(`${Math.min(from + CHUNK, contacts)} people`)
  }
  await db.query({ text: `ANALYZE`, values: [] })
  const [automation] = await db.query<{ id: string; version_id: string }>({
    text: `
      WITH made AS (INSERT INTO mailroom.automation (id, kind, name) VALUES ('mauto_bench', 'automation', 'Bench') RETURNING id)
      INSERT INTO mailroom.automation_version (automation_id, number, trigger, nodes)
      SELECT id, 1, '{}', '[]' FROM made RETURNING automation_id AS id, id AS version_id`,
    values: [],
  })
  const figures: Record<string, { seconds: number; entered: number }> = {}
  for (const [kind, settings] of TRIGGERS) {
    const name = "field" in settings ? `${kind} ${settings.field}` : kind
    figures[name] = await measure(db, automation!, { kind, settings }, name)
    say(`${name}: ${figures[name]!.entered} entered in ${figures[name]!.seconds} s`)
  }
  process.stdout.write(`${JSON.stringify({ contacts, ...figures })}\n`)
}

async function measure(
  db: Database,
  automation: { id: string; version_id: string },
  trigger: { kind: string; settings: object },
  name: string,
): Promise<{ seconds: number; entered: number }> {
  const until = new Date()
  until.setUTCHours(12, 0, 0, 0)
  const after = new Date(until.getTime() - 24 * 3_600_000)
  const asked = {
    mailroom: undefined as never,
    after,
    until,
    switchedOn: after,
    zones: ZONES,
    shopZone: "Europe/Vienna",
  }
  const { settings } = triggerSchema.parse(trigger)
  const candidates = DATE_CLOCKS[trigger.kind]!.find({ ...asked, settings })!
  const into = { automationId: automation.id, versionId: automation.version_id, event: name, limit: 1_000_000 }
  const begun = performance.now()
  const entered = await db.transaction(async (tx) => {
    await tx.query(limitReading(60_000))
    const [done] = await tx.query<{ n: number }>(enter(candidates, into))
    return done!.n
  })
  const seconds = Number(((performance.now() - begun) / 1000).toFixed(2))
  if (values.explain) say(await planOf(db, candidates))
  await db.query({ text: `DELETE FROM mailroom.enrolment`, values: [] })
  return { seconds, entered }
}

async function planOf(db: Database, { text, values: given }: ReturnType<typeof enter>): Promise<string> {
  return db.transaction(async (tx) => {
    await tx.query(limitReading(60_000))
    const lines = await tx.query<{ "QUERY PLAN": string }>({
      text: `EXPLAIN (ANALYZE, BUFFERS, COSTS OFF, TIMING OFF) ${text}`,
      values: given,
    })
    return lines.map((line) => line["QUERY PLAN"]).join("\n")
  })
}

onOwnDatabase(async (url) => {
  const dataSource = await createDataSource({ url, poolMax: 2 }).initialize()
  try {
    await run(databaseOf(dataSource))
  } finally {
    await dataSource.destroy()
  }
})
