import { mailingPlanner } from "../../src/runtime/mailing-planner"
import { openDelivery } from "./delivery"
import { aContact } from "./people"

/** A store that is ready to send newsletters, with a mail server, a planner and dispatchers to turn by hand. */
export async function openMailings(options: Parameters<typeof openDelivery>[0] = {}) {
  const delivery = await openDelivery(options)
  const { mailroom, rows } = delivery
  await mailroom.keyring.signingKeys()
  // What else readiness asks (a public address, the live shop) is tested with the readiness.
  const state = await mailroom.readiness.state()
  mailroom.readiness.state = async () => ({ ...state, ready: true, marketing_ready: true, findings: [] })
  const planner = mailingPlanner(mailroom)
  const store = {
    ...delivery,
    /** Subscribers of the newsletter topic, by their own way in. */
    subscribers: (...emails: string[]) => Promise.all(emails.map((email) => aContact(mailroom, email))),
    /** So many of them in one statement: who they are does not matter. */
    async manySubscribers(count: number): Promise<void> {
      await rows(
        `WITH n AS (SELECT mailroom.uuidv7() AS contact_id, mailroom.uuidv7() AS address_id, 'p' || i || '@many.example' AS email
             FROM generate_series(1, $1::int) i),
           a AS (INSERT INTO mailroom.contact_address (id, contact_id, email, email_norm, domain, email_hash, marketing)
             SELECT address_id, contact_id, email, email, 'many.example', decode(md5(email), 'hex'), 'subscribed' FROM n),
           s AS (INSERT INTO mailroom.subscription (address_id, topic_id, state, since)
             SELECT address_id, 'mtop_newsletters', 'subscribed', mailroom.now() FROM n)
         INSERT INTO mailroom.contact (id, source, last_interaction_at) SELECT contact_id, 'spec', mailroom.now() FROM n`,
        [count],
      )
    },
    draft: (change = {}) =>
      mailroom.mailings.create(
        { subject: "Hello", document: { kind: "text", text: "Hello" }, topic_id: "mtop_newsletters", ...change },
        null,
      ),
    /** Messages beside the mailings. */
    queue: delivery.plan,
    planOnce: () => planner.turn({ ignoreSchedule: true }),
    async plan(): Promise<void> {
      while ((await planner.turn({ ignoreSchedule: true })) === "more");
    },
    outcomes: (id: string) =>
      rows<{ email: string; status: string; reason: string | null }>(
        `SELECT to_email AS email, status, reason FROM mailroom.message WHERE source_id = $1 AND NOT is_test ORDER BY to_email`,
        [id],
      ),
  }
  return store
}

export type MailingStore = Awaited<ReturnType<typeof openMailings>>
