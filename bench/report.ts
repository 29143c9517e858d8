/**
 * `npm run bench:report [-- --events 10000,100000,1000000,4000000 --pages 15]`: what the report page of one mailing waits for,
 * figures and first page of recipients, while ever more events belong to it: five per recipient, as opens, clicks and
 * deliveries of people and machines. Events are written by SQL, with what the statement that records them keeps beside: the
 * fold of each message and the counters per hour. Median and worst of the pages. The last line is JSON.
 */
import { parseArgs } from "node:util"
import type { Mailroom } from "../src/modules/mailroom/mailroom"
import { composeForEverybody, everybodyAgreed, sendNow } from "./composed"
import { onOwnDatabase, say } from "./runner"
import { planBulk } from "./plan-bulk"
import { seedContacts } from "./seed-contacts"

const { values } = parseArgs({
  options: {
    events: { type: "string", default: "10000,100000,1000000,4000000" },
    pages: { type: "string", default: "15" },
  },
})
const sizes = values.events.split(",").map(Number)
const pages = Number(values.pages)
const PER_RECIPIENT = 5

/** A message for each contact after the `from`-th, sent within the first two hours. */
const SENT = `
  INSERT INTO mailroom.message (id, idempotency_key, class, origin, kind, source_id, contact_id, address_id, to_email, email_hash,
    template_version_id, locale, mail_domain, status, planned_at, settled_at, is_tracked, is_copy_kept)
  SELECT mailroom.uuidv7(m.started_at), decode(md5('bench' || p.n), 'hex'), 'marketing', 'mailing', 'targeted', m.id, p.contact_id, p.id, p.email,
    p.email_hash, $3::uuid, 'en', 'shop.example', 'sent', m.started_at, m.started_at + make_interval(secs => p.n % 7200), true, true
  FROM mailroom.mailing m,
    (SELECT a.*, row_number() OVER (ORDER BY contact_id) AS n FROM mailroom.contact_address a) p
  WHERE m.id = $4 AND p.n > $1 AND p.n <= $2`

const EVENTS = `
  INSERT INTO mailroom.message_event (message_id, kind, at, classification, link_index)
  SELECT m.id, e.kind, m.settled_at + e.after, e.classification, e.link_index
  FROM mailroom.message m, (VALUES ('delivered', interval '3 seconds', NULL, NULL::int), ('open', interval '4 seconds', 'machine', NULL),
    ('open', interval '2 hours', 'human', NULL), ('open', interval '20 hours', 'human', NULL), ('click', interval '121 minutes', 'human', 1))
    AS e(kind, after, classification, link_index)
  WHERE m.source_id = $1 AND NOT EXISTS (SELECT FROM mailroom.message_fold f WHERE f.message_id = m.id)`

const FOLDS = `
  INSERT INTO mailroom.message_fold (message_id, delivered_at, first_open_human_at, last_open_human_at, first_open_machine_at,
    first_click_human_at, last_click_human_at, opens_human, opens_machine, clicks_human)
  SELECT id, settled_at + interval '3 seconds', settled_at + interval '2 hours', settled_at + interval '20 hours',
    settled_at + interval '4 seconds', settled_at + interval '121 minutes', settled_at + interval '121 minutes', 2, 1, 1
  FROM mailroom.message WHERE source_id = $1 ON CONFLICT DO NOTHING`

/** Per hour for three days: as many rows as such a mailing really has, whatever its size. */
const COUNTERS = `
  INSERT INTO mailroom.counter (source_id, variant, hour, kind, n)
  SELECT m.id, 0, date_trunc('hour', m.started_at) + make_interval(hours => h), k, greatest(1, $2::int / 72)
  FROM mailroom.mailing m, generate_series(0, 71) h,
    unnest('{sent,delivered,open,click,open_events,click_events,click_events:1}'::text[]) k WHERE m.id = $1
  ON CONFLICT (source_id, variant, hour, kind) DO UPDATE SET n = excluded.n`

async function grow({ db }: Mailroom, id: string, versionId: string, from: number, to: number): Promise<void> {
  await db.query({ text: SENT, values: [from, to, versionId, id] })
  await db.query({ text: EVENTS, values: [id] })
  await db.query({ text: FOLDS, values: [id] })
  await db.query({ text: COUNTERS, values: [id, to] })
  await db.query({
    text: `ANALYZE mailroom.message, mailroom.message_fold, mailroom.message_event, mailroom.counter`,
    values: [],
  })
}

async function pageTimes({ reports }: Mailroom, id: string): Promise<number[]> {
  const times: number[] = []
  for (let n = 0; n < pages; n++) {
    const began = performance.now()
    await Promise.all([reports.report(id), reports.recipients(id, { limit: 25 })])
    times.push(performance.now() - began)
  }
  return times.sort((a, b) => a - b)
}

async function run(databaseUrl: string): Promise<void> {
  const bulk = await planBulk(databaseUrl)
  const { mailroom } = bulk
  try {
    const people = Math.ceil(Math.max(...sizes) / PER_RECIPIENT)
    say(`making ${people} contacts`)
    await seedContacts(mailroom.db, people)
    await everybodyAgreed(mailroom)
    const versionId = await mailroom.db.transaction((tx) =>
      mailroom.templates.createTestVersion(tx, { report: true }, {}, null),
    )
    const id = await composeForEverybody(mailroom)
    await sendNow(mailroom, id)
    const page_ms: number[] = []
    const events: number[] = []
    let reached = 0
    for (const size of sizes) {
      const recipients = Math.ceil(size / PER_RECIPIENT)
      await grow(mailroom, id, versionId, reached, recipients)
      reached = recipients
      const times = await pageTimes(mailroom, id)
      const [count] = await mailroom.db.query<{ n: number }>({
        text: `SELECT count(*)::int AS n FROM mailroom.message_event`,
        values: [],
      })
      events.push(count!.n)
      page_ms.push(Math.round(times[Math.floor(times.length / 2)]!))
      say(`${count!.n} events: median ${page_ms.at(-1)} ms, worst ${Math.round(times.at(-1)!)} ms of ${pages} pages`)
    }
    say(JSON.stringify({ events, page_ms }))
  } finally {
    await bulk.close()
  }
}

onOwnDatabase(run)
