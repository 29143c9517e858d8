import type { Mailroom } from "../../src/modules/mailroom/mailroom"

let made = 0

/** Something that leaves the database, as an automation would have written it down; gives its id. */
export async function anEffect(
  { db }: Mailroom,
  kind: string,
  settings: object,
  { contactId = null as string | null, enrolmentId = null as string | null, automationId = "mauto_order_receipt" } = {},
): Promise<string> {
  const [row] = await db.query<{ id: string }>({
    text: `INSERT INTO mailroom.effect (idempotency_key, automation_id, enrolment_id, node, visit, kind, settings, contact_id)
           VALUES ($1, $2, $3, 'step', 0, $4, $5::jsonb, $6) RETURNING id`,
    values: [`test:${++made}`, automationId, enrolmentId, kind, JSON.stringify(settings), contactId],
  })
  return row!.id
}

export type EffectState = {
  state: string
  attempts: number
  answer: Record<string, unknown> | null
  last_error: string | null
  wait_seconds: number
}

export async function effectState({ db }: Mailroom, id: string): Promise<EffectState> {
  const [row] = await db.query<EffectState>({
    text: `SELECT state, attempts, answer, last_error,
                  round(extract(epoch FROM due_at - mailroom.now()))::int AS wait_seconds
             FROM mailroom.effect WHERE id = $1`,
    values: [id],
  })
  return row!
}

/** As if the wait before the next try were over. */
export async function makeDue({ db }: Mailroom, id: string): Promise<void> {
  await db.query({ text: "UPDATE mailroom.effect SET due_at = mailroom.now() WHERE id = $1", values: [id] })
}

/** As if the process that held it had died. */
export async function endLease({ db }: Mailroom, id: string): Promise<void> {
  await db.query({
    text: `UPDATE mailroom.effect SET lease_token = gen_random_uuid(), lease_expires_at = mailroom.now() WHERE id = $1`,
    values: [id],
  })
}
