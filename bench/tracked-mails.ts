import { mintToken, signingKeyOf } from "../src/core/tracking/tokens"
import { createDataSource } from "../src/modules/mailroom/data-source"
import { assembleMailroom } from "../src/modules/mailroom/assemble-mailroom"
import type { Log } from "../src/modules/mailroom/mailroom"
import { parseOptions } from "../src/modules/mailroom/options"

const quiet: Log = { info: () => undefined, warn: () => undefined, error: () => undefined }

export type TrackedMails = Awaited<ReturnType<typeof openTrackedMails>>

/** Mails of one newsletter, sent an hour ago to people who agreed to be tracked, with the tokens of pixel and link. */
export async function openTrackedMails(databaseUrl: string, mails: number) {
  const { options } = parseOptions({})
  const dataSource = await createDataSource({ url: databaseUrl, poolMax: 2 }).initialize()
  const { db, keyring } = assembleMailroom({ dataSource, options, log: quiet })
  const rows = <Row>(text: string, values: unknown[] = []) => db.query<Row>({ text, values })
  const [version] = await rows<{ id: string }>(
    `WITH v AS (INSERT INTO mailroom.template_version (number, document, digest) VALUES (1, '{}', '\\x00') RETURNING id)
     INSERT INTO mailroom.compiled_template (version_id, locale, subject, preheader, html, plain, links)
     SELECT id, 'en', '', '', '', '', '["https://shop.example/new", "https://shop.example/sale"]' FROM v RETURNING version_id AS id`,
  )
  const messages = await rows<{ id: string }>(INSERT_MAILS, [mails, version!.id])
  await rows("ANALYZE mailroom.message")
  const key = signingKeyOf(await keyring.signingKeys())
  const minted = messages.map(({ id }) => ({
    id,
    open: `/mailroom/o/${mintToken({ key, type: "o", messageId: id })}.gif`,
    click: `/mailroom/c/${mintToken({ key, type: "c", messageId: id, linkIndex: 0 })}`,
  }))
  return {
    mails: minted,
    /** Stored events by message and kind. */
    async stored(kind: "open" | "click"): Promise<Map<string, number>> {
      const counts = await rows<{ message_id: string; n: number }>(
        `SELECT message_id, count(*)::int AS n FROM mailroom.message_event WHERE kind = $1 GROUP BY message_id`,
        [kind],
      )
      return new Map(counts.map(({ message_id, n }) => [message_id, n]))
    },
    close: () => dataSource.destroy(),
  }
}

const INSERT_MAILS = `
  WITH person AS (INSERT INTO mailroom.contact (source) SELECT 'import' FROM generate_series(1, $1::int) RETURNING id),
  address AS (
    INSERT INTO mailroom.contact_address (contact_id, email, email_norm, domain, email_hash, tracking)
    SELECT id, id || '@bench.example', id || '@bench.example', 'bench.example', sha256(id::text::bytea), 'granted' FROM person
    RETURNING id, contact_id, email, email_hash
  )
  INSERT INTO mailroom.message (id, idempotency_key, class, origin, kind, source_id, contact_id, address_id, to_email, email_hash,
    template_version_id, locale, mail_domain, status, planned_at, settled_at, is_tracked, is_copy_kept, pixel)
  SELECT mailroom.uuidv7(), uuid_send(gen_random_uuid()), 'marketing', 'mailing', 'newsletter', 'mlg_bench', contact_id, id, email,
    email_hash, $2, 'en', 'shop.example', 'sent', mailroom.now(), mailroom.now() - interval '1 hour', true, true, 'personal'
  FROM address RETURNING id`
