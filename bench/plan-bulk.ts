import { createDataSource } from "../src/modules/mailroom/data-source"
import { assembleMailroom } from "../src/modules/mailroom/assemble-mailroom"
import type { Log } from "../src/modules/mailroom/mailroom"
import { parseOptions } from "../src/modules/mailroom/options"
import type { NewMessage } from "../src/core/messages/new-message"
import { BENCH_TEMPLATE, contextOf } from "./mail"

const quiet: Log = { info: () => undefined, warn: () => undefined, error: () => undefined }

export type Bulk = Awaited<ReturnType<typeof planBulk>>

/** A newsletter of any size to subscribed contacts, on a lane that is paused until `open()`. */
export async function planBulk(url: string) {
  const { options } = parseOptions({ baseUrl: "https://shop.example", environment: "bench" })
  const dataSource = await createDataSource({ url, poolMax: 4 }).initialize()
  const mailroom = assembleMailroom({ dataSource, options, log: quiet })
  const { db } = mailroom
  const rows = <Row>(text: string, values: unknown[] = []) => db.query<Row>({ text, values })
  await mailroom.senders.ensureDefault({ shopName: "Shop", locale: "en" })
  await mailroom.senders.update("msnd_default", {
    from_email: "hello@shop.example",
    marketing_from_email: "news@shop.example",
    postal_address: "1 High Street, Springfield",
  })
  await rows(
    `INSERT INTO mailroom.topic (id, slug, name) VALUES ('mtop_bench', 'bench', 'Bench') ON CONFLICT DO NOTHING`,
  )
  const version = await db.transaction((tx) =>
    mailroom.templates.createMailingVersion(tx, "mmlg_bench", {}, { en: BENCH_TEMPLATE }),
  )
  const [lane] = await rows<{ id: number }>(
    `INSERT INTO mailroom.lane (name, transport, weight, state) VALUES ('bench', 'marketing', 10, 'paused') RETURNING id`,
  )
  let run = 0
  let planned = 0

  return {
    url,
    mailroom,
    laneId: lane!.id,
    versionId: version,
    async useDkim(privateKey: string | null) {
      await mailroom.settings.write({ secrets: { dkimPrivateKey: privateKey } }, null)
    },
    /** Recipients who agreed to everything, and one message for each. */
    async plan(count: number) {
      run += 1
      planned += count
      await rows(`UPDATE mailroom.lane SET state = 'paused' WHERE id = $1`, [lane!.id])
      const people = await rows<{ contact_id: string; address_id: string; email: string }>(
        `WITH n AS (SELECT mailroom.uuidv7() AS contact_id, mailroom.uuidv7() AS address_id,
             'reader' || $2 || '-' || i || '@example.com' AS email FROM generate_series(1, $1::int) i),
           c AS (INSERT INTO mailroom.contact (id, source, last_interaction_at) SELECT contact_id, 'bench', mailroom.now() FROM n),
           a AS (INSERT INTO mailroom.contact_address (id, contact_id, email, email_norm, domain, email_hash, marketing, tracking)
             SELECT address_id, contact_id, email, email, 'example.com', decode(md5(email), 'hex'), 'subscribed', 'granted' FROM n)
         SELECT contact_id, address_id, email FROM n`,
        [count, String(run)],
      )
      await rows(
        `INSERT INTO mailroom.subscription (address_id, topic_id, state, since)
         SELECT unnest($1::uuid[]), 'mtop_bench', 'subscribed', mailroom.now()`,
        [people.map(({ address_id }) => address_id)],
      )
      const messages = people.map((person, n): NewMessage => ({
        idempotencyKey: `mailing:bench:${run}:${person.contact_id}`,
        originAt: new Date(0),
        class: "marketing",
        origin: "mailing",
        kind: "newsletter",
        lane: { id: lane!.id },
        sourceId: "mmlg_bench",
        contactId: person.contact_id,
        addressId: person.address_id,
        to: { email: person.email, name: `Ada ${n}` },
        topicId: "mtop_bench",
        templateVersionId: version,
        locale: "en",
        context: contextOf(n),
        isTracked: true,
        isCopyKept: true,
        expiresAt: new Date("2099-01-01"),
      }))
      for (let from = 0; from < messages.length; from += 5000)
        await db.transaction((tx) => mailroom.messages.plan(tx, messages.slice(from, from + 5000)))
      await rows(
        "ANALYZE mailroom.delivery, mailroom.message, mailroom.message_content, mailroom.contact, mailroom.contact_address, mailroom.subscription",
      )
    },
    open: () => rows(`UPDATE mailroom.lane SET state = 'open' WHERE id = $1`, [lane!.id]),
    /** Resolves when as many were sent as planned; looks at the counter, because looking at the queue would cost it. */
    async sent() {
      for (;;) {
        const [row] = await rows<{ n: number }>(
          `SELECT coalesce(sum(n), 0)::int AS n FROM mailroom.counter WHERE source_id = 'mmlg_bench' AND kind = 'sent'`,
        )
        if (row!.n >= planned) return
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
    },
    /** A figure counts only when every message of the run was sent. */
    async check(count: number) {
      const [row] = await rows<{ n: number }>(
        `SELECT count(*)::int AS n FROM mailroom.message WHERE status = 'sent' AND to_email LIKE $1`,
        [`reader${run}-%`],
      )
      if (row!.n !== count) throw new Error(`Only ${row!.n} of ${count} messages were sent.`)
    },
    close: () => dataSource.destroy(),
  }
}
