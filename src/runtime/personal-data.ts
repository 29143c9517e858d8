import type { Mailroom } from "../modules/mailroom/mailroom"
import { storedMail } from "./stored-mail"

/** Bodies are made again one by one; whoever got more mails has the variables and the subject of the older ones. */
const MOST_BODIES = 500

/** Everything that is known of a person as one document: rows by table, and every mail with its body where one is kept. */
export async function personalData(mailroom: Mailroom, contactId: string) {
  const { id, email } = await mailroom.people.row(contactId)
  const [tables, mails] = [await mailroom.personalData.rows(id), await mailroom.personalData.mails(id)]
  const recent = new Set(mails.slice(-MOST_BODIES).map((mail) => mail.id))
  const withBodies: Record<string, unknown>[] = []
  for (const mail of mails)
    withBodies.push({ ...mail, body: recent.has(mail.id) ? await bodyOf(mailroom, mail.id) : null })
  return { contact_id: id, email, tables, mails: withBodies }
}

async function bodyOf(mailroom: Mailroom, messageId: string): Promise<{ html: string; text: string } | null> {
  const stored = await storedMail(mailroom, messageId)
  return stored.state === "rebuilt" ? { html: stored.mail.html, text: stored.mail.text } : null
}
