import type { Mailroom } from "../../src/modules/mailroom/mailroom"
import { refreshPurchaseTotals } from "../../src/modules/mailroom/sql/purchase-totals"

const PEOPLE = 300

/**
 * Three hundred people of whom everything differs a little: who and where they are, what they agreed to, what they bought
 * and sent back, carts, visits, mails with opens and clicks. Made by rules over their number, so that every run has the
 * same ones. First names are "p<number>", beside whoever is there already. The shop is in Berlin.
 */
export async function settleVillage(mailroom: Mailroom): Promise<void> {
  const run = (text: string, values: unknown[] = []) => mailroom.db.query({ text, values })
  await mailroom.settings.write({ general: { timeZone: "Europe/Berlin" } }, null)
  await run(`
    INSERT INTO mailroom.contact_field (key, label, type, choices) VALUES ('size', 'Shoe size', 'number', '{}'),
      ('club', 'Club', 'choice', '{gold,silver}'), ('wedding', 'Wedding', 'date', '{}'), ('owns_dog', 'Dog', 'boolean', '{}')`)
  await run(`
    INSERT INTO mailroom.contact (first_name, last_name, country, locale, time_zone, birthday, tags, fields, source)
    SELECT 'p' || i, CASE WHEN i % 9 = 0 THEN NULL ELSE (ARRAY['Lovelace','Müller','Hopper'])[1 + i % 3] END,
      (ARRAY['DE','AT','FR',NULL])[1 + i % 4], (ARRAY['de','de-AT','fr','en'])[1 + i % 4], CASE WHEN i % 2 = 0 THEN 'Europe/Berlin' END,
      CASE WHEN i % 7 > 0 THEN date '1980-01-01' + i * 3 END,
      CASE WHEN i % 10 = 0 THEN '{vip}' ELSE '{}'::text[] END || CASE WHEN i % 15 = 0 THEN '{press}' ELSE '{}'::text[] END,
      CASE WHEN i % 3 = 0 THEN jsonb_build_object('size', 35 + i % 10) ELSE '{}' END
        || CASE WHEN i % 8 = 1 THEN '{"club": "gold"}' WHEN i % 8 = 2 THEN '{"club": "silver"}' ELSE '{}'::jsonb END
        || CASE WHEN i % 5 = 2 THEN jsonb_build_object('wedding', to_char(mailroom.now() - make_interval(days => i * 2), 'YYYY-MM-DD'))
          ELSE '{}' END || CASE WHEN i % 6 = 4 THEN '{"owns_dog": true}' ELSE '{}'::jsonb END, 'seed'
    FROM generate_series(1, ${PEOPLE}) i`)
  await run(`
    INSERT INTO mailroom.contact_address (contact_id, email, email_norm, domain, email_hash, marketing, tracking)
    SELECT id, e.email, e.email, e.domain, decode(md5(e.email), 'hex'),
      (ARRAY['subscribed','subscribed','never_asked','unsubscribed','pending'])[1 + i % 5],
      (ARRAY['denied','granted','granted','granted'])[1 + i % 4]
    FROM (${NUMBERED}) c, LATERAL (SELECT (ARRAY['gmail.com','gmx.de','example.com'])[1 + i % 3] AS domain) d,
      LATERAL (SELECT first_name || '@' || d.domain AS email, d.domain) e`)
  await run(`
    INSERT INTO mailroom.subscription (address_id, topic_id, state, since)
    SELECT a.id, 'mtop_newsletters', CASE WHEN i % 5 = 0 THEN 'unsubscribed' ELSE 'subscribed' END, mailroom.now()
    FROM (${NUMBERED}) c JOIN mailroom.contact_address a ON a.contact_id = c.id WHERE i % 4 > 0`)
  await shop(run)
  await visits(run)
  await mails(run)
  await run(`INSERT INTO mailroom.segment (id, kind, name) VALUES ('mseg_fair', 'list', 'Met at the fair')`)
  await run(
    `INSERT INTO mailroom.segment_member (segment_id, contact_id) SELECT 'mseg_fair', id FROM (${NUMBERED}) c WHERE i % 25 < 2`,
  )
  const people = await run(`SELECT id FROM (${NUMBERED}) c`)
  await mailroom.db.query(refreshPurchaseTotals(people.map(({ id }) => String(id))))
  await mailroom.segmentMembers.refreshRfm()
}

const NUMBERED = `SELECT *, substr(first_name, 2)::int AS i FROM mailroom.contact WHERE source = 'seed'`
type Run = (text: string) => Promise<unknown>

async function shop(run: Run): Promise<void> {
  await run(`
    INSERT INTO mailroom.product (product_id, title, status, category_ids, collection_id, tag_ids)
    SELECT 'prod_' || n, 'Product ' || n, 'published', CASE WHEN n < 2 THEN '{pcat_boots,pcat_shoes}' WHEN n = 2 THEN '{pcat_shoes}'
      ELSE '{}'::text[] END, CASE WHEN n IN (2, 3) THEN 'pcol_winter' END, CASE WHEN n = 4 THEN '{ptag_new}' ELSE '{}'::text[] END
    FROM generate_series(0, 7) n`)
  await run(`
    INSERT INTO mailroom.purchase_order (order_id, contact_id, currency, total, net_total, refunded_total, placed_at, canceled_at)
    SELECT 'order_' || i || '_' || k, id, CASE WHEN i % 13 = 0 THEN 'usd' ELSE 'eur' END, amount * 1.19, amount,
      CASE WHEN (i + k) % 9 = 0 THEN amount * 1.19 / 2 ELSE 0 END,
      mailroom.now() - make_interval(days => (i * 37 + k * 61) % 400, hours => 6), CASE WHEN (i + k) % 11 = 0 THEN mailroom.now() END
    FROM (${NUMBERED}) c, generate_series(1, 1 + i % 5) k, LATERAL (SELECT (20 + (i * 7 + k * 13) % 200)::numeric AS amount) v
    WHERE i % 3 > 0`)
  await run(`
    INSERT INTO mailroom.purchase (line_id, order_id, contact_id, product_id, variant_id, title, quantity, returned_quantity, currency,
      net, placed_at)
    SELECT order_id || '_' || n, order_id, contact_id, 'prod_' || (h + n * 3) % 8, 'variant_' || (h + n) % 16, 'Thing', 2,
      CASE WHEN h % 10 = 0 THEN 2 WHEN h % 10 = 1 THEN 1 ELSE 0 END, currency, net_total / 2, placed_at
    FROM mailroom.purchase_order, generate_series(0, 1) n,
      LATERAL (SELECT (split_part(order_id, '_', 2)::int * 3 + split_part(order_id, '_', 3)::int) AS h) x
    WHERE contact_id IN (SELECT id FROM (${NUMBERED}) c)`)
  await run(`
    INSERT INTO mailroom.cart (cart_id, contact_id, currency, item_count, item_total, product_ids, last_activity_at, completed_at,
      abandoned_at, created_at)
    SELECT 'cart_' || i, id, 'eur', CASE WHEN i % 24 = 0 THEN 0 ELSE 2 END, i, ARRAY['prod_' || i % 5], at, CASE WHEN i % 6 = 2 THEN at END,
      CASE WHEN i % 6 = 1 THEN at END, at
    FROM (${NUMBERED}) c, LATERAL (SELECT mailroom.now() - make_interval(days => i % 50, hours => 6) AS at) t WHERE i % 6 < 3`)
}

/** Every second person came one to four times; some of them have said no to tracking since. */
async function visits(run: Run): Promise<void> {
  await run(`
    INSERT INTO mailroom.visit (at, contact_id, kind, path, subject_id)
    SELECT at, id, v.kind, v.path, v.subject_id
    FROM (${NUMBERED}) c, generate_series(1, 1 + i % 7) k,
      LATERAL (SELECT mailroom.now() - make_interval(days => (i * 7 + k * 11) % 120, hours => 6) AS at) t,
      LATERAL (VALUES ('site', '/', NULL), ('product', '/products/thing', 'prod_' || (i + k) % 8),
        ('page', (ARRAY['/sale','/sale/shoes','/salesmen','/about'])[1 + (i + k) % 4], NULL),
        ('category', '/categories/boots', 'pcat_boots')) v (kind, path, subject_id)
    WHERE i % 2 = 0 AND (v.kind <> 'category' OR (i + k) % 10 = 4)`)
  await run(`
    INSERT INTO mailroom.visitor (contact_id, first_visit_at, last_visit_at, visits)
    SELECT contact_id, min(at), max(at), count(*) FROM mailroom.visit JOIN (${NUMBERED}) c ON c.id = contact_id
    WHERE kind = 'site' GROUP BY contact_id`)
}

/** Five mailings, ten days apart, mml_1 the latest; links 0 = boots, 1 = shoes, and 2 = a link of the mail's own. */
async function mails(run: Run): Promise<void> {
  await run(`
    INSERT INTO mailroom.mailing (id, kind, name, state, started_at)
    SELECT 'mml_' || j, 'newsletter', 'Mailing ' || j, 'sent', mailroom.now() - make_interval(days => j * 10)
    FROM generate_series(1, 5) j`)
  await run(`
    WITH version AS (
      INSERT INTO mailroom.template_version (number, document, digest, mailing_id) VALUES (1, '{}', '\\x01', 'mml_1') RETURNING id
    )
    INSERT INTO mailroom.compiled_template (version_id, locale, subject, preheader, html, plain, links)
    SELECT id, 'en', '', '', '', '', '["https://shop.example/Boots", "https://shop.example/shoes"]' FROM version`)
  await run(`
    INSERT INTO mailroom.message (id, idempotency_key, class, origin, kind, source_id, contact_id, mail_domain, status, planned_at,
      settled_at, pixel, locale, template_version_id)
    SELECT mailroom.uuidv7(at), decode(md5(i || 'm' || j), 'hex'), 'marketing', 'mailing', 'newsletter', 'mml_' || j, id, 'mail.example',
      CASE WHEN (i + j) % 17 = 0 THEN 'dropped' ELSE 'sent' END, at, at, CASE WHEN i % 5 = 0 THEN 'aggregate' ELSE 'personal' END, 'de',
      (SELECT id FROM mailroom.template_version WHERE mailing_id = 'mml_1')
    FROM (${NUMBERED}) c, generate_series(1, 5) j,
      LATERAL (SELECT mailroom.now() - make_interval(days => j * 10, hours => 6) AS at) t
    WHERE (i * j) % 4 > 0 OR i % 3 = 0`)
  await run(`
    INSERT INTO mailroom.message_event (message_id, kind, at, classification, link_index)
    SELECT m.id, deed, m.settled_at + make_interval(hours => 1 + 40 * n), CASE WHEN i % 23 = 0 THEN 'machine' ELSE 'human' END,
      CASE deed WHEN 'click' THEN i % 3 END
    FROM mailroom.message m JOIN (${NUMBERED}) c ON c.id = m.contact_id,
      generate_series(0, 2) n, unnest(ARRAY['open', 'click']) deed, LATERAL (SELECT right(m.source_id, 1)::int AS j) s
    WHERE m.status = 'sent' AND i % 5 > 0 AND (i + j) % (CASE deed WHEN 'open' THEN 3 ELSE 6 END) = 0 AND (n = 0 OR i % 2 = 0)`)
  await run(`
    INSERT INTO mailroom.message_content (message_id, planned_at, links)
    SELECT id, planned_at, '["https://shop.example/cart/abc"]' FROM mailroom.message WHERE source_id LIKE 'mml_%'`)
  await run(`
    INSERT INTO mailroom.message_fold (message_id, first_open_human_at, last_open_human_at, first_click_human_at, last_click_human_at)
    SELECT message_id, min(at) FILTER (WHERE kind = 'open' AND classification = 'human'),
      max(at) FILTER (WHERE kind = 'open' AND classification = 'human'),
      min(at) FILTER (WHERE kind = 'click' AND classification = 'human'),
      max(at) FILTER (WHERE kind = 'click' AND classification = 'human')
    FROM mailroom.message_event WHERE message_id IN (SELECT id FROM mailroom.message WHERE source_id LIKE 'mml_%')
    GROUP BY message_id`)
}
