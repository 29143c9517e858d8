import type { Statement } from "../database"

const ADDRESSES = `(SELECT id FROM mailroom.contact_address WHERE contact_id = $1)`
const MESSAGES = `(SELECT id FROM mailroom.message WHERE contact_id = $1)`

/**
 * Every table that holds something of a person, and its rows as JSON. Left out are keys and hashes (they say nothing to
 * anybody) and bytes. A new table with people in it is one more line here and in `ERASE_STEPS`; a test walks the schema.
 */
export const PERSONAL_TABLES: Record<string, string> = {
  contact: `SELECT to_jsonb(t) AS row FROM mailroom.contact t WHERE t.id = $1`,
  contact_address: `SELECT to_jsonb(t) - 'email_hash' AS row FROM mailroom.contact_address t WHERE t.contact_id = $1 ORDER BY t.created_at, t.id`,
  contact_customer: `SELECT to_jsonb(t) AS row FROM mailroom.contact_customer t WHERE t.contact_id = $1 ORDER BY t.customer_id`,
  contact_channel: `SELECT to_jsonb(t) AS row FROM mailroom.contact_channel t WHERE t.contact_id = $1 ORDER BY t.channel`,
  contact_purchase_total: `SELECT to_jsonb(t) AS row FROM mailroom.contact_purchase_total t WHERE t.contact_id = $1 ORDER BY t.currency`,
  contact_move: `SELECT to_jsonb(t) AS row FROM mailroom.contact_move t WHERE t.from_contact_id = $1 OR t.to_contact_id = $1 ORDER BY t.id`,
  contact_quality: `SELECT to_jsonb(t) AS row FROM mailroom.contact_quality t WHERE t.contact_id = $1 ORDER BY t.kind`,
  subscription: `SELECT to_jsonb(t) AS row FROM mailroom.subscription t WHERE t.address_id IN ${ADDRESSES} ORDER BY t.address_id, t.topic_id`,
  subscription_request: `SELECT to_jsonb(t) - 'email_hash' - 'ip_hash' AS row FROM mailroom.subscription_request t WHERE t.address_id IN ${ADDRESSES} ORDER BY t.created_at, t.id`,
  consent_log: `SELECT to_jsonb(l) - 'email_hash' || jsonb_build_object('personal', to_jsonb(p) - 'salt' - 'log_id', 'wording', w.wording) AS row
    FROM mailroom.consent_log l LEFT JOIN mailroom.consent_personal p ON p.log_id = l.id
    LEFT JOIN mailroom.consent_wording w ON w.id = l.wording_id WHERE l.contact_id = $1 ORDER BY l.seq`,
  suppression: `SELECT to_jsonb(t) - 'email_hash' AS row FROM mailroom.suppression t
    WHERE t.email_hash IN (SELECT email_hash FROM mailroom.contact_address WHERE contact_id = $1) ORDER BY t.created_at, t.id`,
  soft_bounce: `SELECT to_jsonb(t) - 'email_hash' AS row FROM mailroom.soft_bounce t
    WHERE t.email_hash IN (SELECT email_hash FROM mailroom.contact_address WHERE contact_id = $1) ORDER BY t.at, t.message_id`,
  purchase_order: `SELECT to_jsonb(t) AS row FROM mailroom.purchase_order t WHERE t.contact_id = $1 ORDER BY t.placed_at, t.order_id`,
  purchase: `SELECT to_jsonb(t) AS row FROM mailroom.purchase t WHERE t.contact_id = $1 ORDER BY t.placed_at, t.line_id`,
  cart: `SELECT to_jsonb(t) AS row FROM mailroom.cart t WHERE t.contact_id = $1 ORDER BY t.created_at, t.cart_id`,
  message_event: `SELECT to_jsonb(t) AS row FROM mailroom.message_event t WHERE t.message_id IN ${MESSAGES} ORDER BY t.at, t.id`,
  message_fold: `SELECT to_jsonb(t) AS row FROM mailroom.message_fold t WHERE t.message_id IN ${MESSAGES} ORDER BY t.message_id`,
  decision: `SELECT to_jsonb(t) AS row FROM mailroom.decision t WHERE t.contact_id = $1 ORDER BY t.at, t.id`,
  enrolment: `SELECT to_jsonb(t) - 'lease_token' AS row FROM mailroom.enrolment t WHERE t.contact_id = $1 ORDER BY t.entered_at, t.id`,
  effect: `SELECT to_jsonb(t) - 'lease_token' AS row FROM mailroom.effect t WHERE t.contact_id = $1 ORDER BY t.created_at, t.id`,
  effect_attempt: `SELECT to_jsonb(t) AS row FROM mailroom.effect_attempt t JOIN mailroom.effect f ON f.id = t.effect_id
    WHERE f.contact_id = $1 ORDER BY t.at, t.id`,
  task: `SELECT to_jsonb(t) AS row FROM mailroom.task t WHERE t.contact_id = $1 ORDER BY t.id`,
  promotion_code: `SELECT to_jsonb(t) AS row FROM mailroom.promotion_code t WHERE t.contact_id = $1 ORDER BY t.created_at, t.id`,
  segment_member: `SELECT to_jsonb(t) || jsonb_build_object('name', s.name) AS row FROM mailroom.segment_member t
    JOIN mailroom.segment s ON s.id = t.segment_id WHERE t.contact_id = $1 ORDER BY t.segment_id`,
  contact_rfm: `SELECT to_jsonb(t) AS row FROM mailroom.contact_rfm t WHERE t.contact_id = $1`,
  recent_mail: `SELECT to_jsonb(t) AS row FROM mailroom.recent_mail t WHERE t.contact_id = $1`,
  visit: `SELECT to_jsonb(t) AS row FROM mailroom.visit t WHERE t.contact_id = $1 ORDER BY t.at, t.id`,
  visitor: `SELECT to_jsonb(t) AS row FROM mailroom.visitor t WHERE t.contact_id = $1`,
  balance: `SELECT to_jsonb(t) AS row FROM mailroom.balance t WHERE t.contact_id = $1 ORDER BY t.expires_on, t.name`,
  poll_answer: `SELECT to_jsonb(t) || jsonb_build_object('question', p.question, 'texts', (SELECT jsonb_agg(o->'text')
    FROM jsonb_array_elements(p.answers) o WHERE (o->>'number')::smallint = ANY(t.answers))) AS row
    FROM mailroom.poll_answer t JOIN mailroom.poll p ON p.id = t.poll_id WHERE t.contact_id = $1 ORDER BY t.answered_at, t.poll_id`,
  stock_request: `SELECT to_jsonb(t) AS row FROM mailroom.stock_request t WHERE t.contact_id = $1 ORDER BY t.asked_at, t.product_id`,
  segment_entrant: `SELECT to_jsonb(t) AS row FROM mailroom.segment_entrant t WHERE t.contact_id = $1 ORDER BY t.automation_id`,
  import_change: `SELECT to_jsonb(t) AS row FROM mailroom.import_change t WHERE t.contact_id = $1 ORDER BY t.import_id, t.n`,
}

export function selectPersonalRows(table: keyof typeof PERSONAL_TABLES, contactId: string): Statement {
  return { text: PERSONAL_TABLES[table]!.replaceAll("$1", "$1::uuid"), values: [contactId] }
}

/** All mails to a person with their kept variables, oldest first. */
export function selectPersonalMails(contactId: string): Statement {
  return {
    text: `
      SELECT to_jsonb(m) - 'email_hash' - 'idempotency_key' - 'digest' || jsonb_build_object('context', c.context, 'links', c.links,
        'cc', c.cc, 'bcc', c.bcc) AS row
      FROM mailroom.message m
      LEFT JOIN mailroom.message_content c ON c.message_id = m.id AND c.planned_at = m.planned_at
      WHERE m.contact_id = $1::uuid ORDER BY m.id`,
    values: [contactId],
  }
}
