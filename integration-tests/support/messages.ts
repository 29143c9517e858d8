import type { Mailroom } from "../../src/modules/mailroom/mailroom"
import type { NewMessage } from "../../src/core/messages/new-message"

type Row = Record<string, unknown>

/** A compiled template version with these fixed links; the text is short, what matters is the ids. */
export async function aTemplateVersion(
  { db }: Pick<Mailroom, "db">,
  {
    links = ["https://shop.example/a", "https://shop.example/b", "https://shop.example/c"],
    mailingId = null as string | null,
  } = {},
): Promise<string> {
  const [version] = await db.query<{ id: string }>({
    text: `INSERT INTO mailroom.template_version (mailing_id, number, document, digest) VALUES ($1, 1, '{}', '\\x00') RETURNING id`,
    values: [mailingId],
  })
  await db.query({
    text: `INSERT INTO mailroom.compiled_template (version_id, locale, subject, preheader, html, plain, links)
           VALUES ($1, 'en', 'Hello', '', '<p>Hello</p>', 'Hello', $2)`,
    values: [version!.id, JSON.stringify(links)],
  })
  return version!.id
}

let counter = 0

/** A message in the outbox; default: marketing of the newsletter topic to this contact. */
export async function aMessage(
  mailroom: Mailroom,
  to: { email: string; contactId: string | null; addressId: string | null },
  change: Partial<NewMessage> = {},
): Promise<string> {
  const templateVersionId = change.templateVersionId ?? (await aTemplateVersion(mailroom))
  const { planned } = await mailroom.db.transaction((tx) =>
    mailroom.messages.plan(tx, [
      {
        idempotencyKey: `test:${process.pid}:${counter++}`,
        originAt: new Date(),
        class: "marketing",
        origin: "mailing",
        kind: "newsletter",
        lane: "automations",
        sourceId: "mlg_test",
        contactId: to.contactId,
        addressId: to.addressId,
        to: { email: to.email },
        topicId: "mtop_newsletters",
        templateVersionId,
        locale: "en",
        context: {},
        isTracked: true,
        isCopyKept: true,
        expiresAt: new Date(Date.now() + 24 * 3600 * 1000),
        ...change,
      },
    ]),
  )
  return planned[0]!.id
}

/** As if the server had taken it so many seconds ago. */
export async function markSent({ db }: Pick<Mailroom, "db">, messageId: string, secondsAgo = 3600): Promise<void> {
  await db.query({ text: "DELETE FROM mailroom.delivery WHERE message_id = $1", values: [messageId] })
  await db.query({
    text: `UPDATE mailroom.message SET status = 'sent', pixel = 'personal',
             settled_at = mailroom.now() - make_interval(secs => $2) WHERE id = $1`,
    values: [messageId, secondsAgo],
  })
}

export async function rowOf(
  { db }: Pick<Mailroom, "db">,
  table: "message" | "message_fold",
  id: string,
): Promise<Row | null> {
  const key = table === "message" ? "id" : "message_id"
  const [row] = await db.query<Row>({ text: `SELECT * FROM mailroom.${table} WHERE ${key} = $1`, values: [id] })
  return row ?? null
}
