import type { MailingRow } from "../modules/mailroom/sql/mailings"

type Person = { email: string; first_name: string | null; last_name: string | null }

/** The variables of one recipient's mail: those of the template's that there are, as sql/mailings planChunk writes them. */
export function mailingContext(
  mailing: Pick<MailingRow, "name" | "subject">,
  variables: string[],
  { email, first_name, last_name }: Person,
): Record<string, unknown> {
  const uses = (name: string) => variables.some((variable) => variable.split(".")[0] === name)
  return {
    ...(uses("contact") ? { contact: { firstName: first_name ?? "", lastName: last_name ?? "", email } } : {}),
    ...(uses("mailing") ? { mailing: { name: mailing.name ?? mailing.subject } } : {}),
  }
}
