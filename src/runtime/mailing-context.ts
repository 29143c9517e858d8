import type { MailingRow } from "../modules/mailroom/sql/mailings"

type Person = {
  email: string
  first_name: string | null
  last_name: string | null
  fields: Record<string, unknown>
}

/** The variables of one recipient's mail: those of the template's that there are, as sql/plan-mailing writes them. */
export function mailingContext(
  mailing: Pick<MailingRow, "name" | "subject">,
  variables: string[],
  { email, first_name, last_name, fields }: Person,
): Record<string, unknown> {
  const uses = (name: string) => variables.some((variable) => variable.split(".")[0] === name)
  const names = { firstName: first_name ?? "", lastName: last_name ?? "", email }
  return {
    ...(uses("contact") ? { contact: { ...names, ...(usesOwnFields(variables) ? { fields } : {}) } } : {}),
    ...(uses("mailing") ? { mailing: { name: mailing.name ?? mailing.subject } } : {}),
  }
}

/** Only then a message carries them: what is not printed need not be kept. */
export const usesOwnFields = (variables: string[]): boolean =>
  variables.some((variable) => variable.split(".", 2).join(".") === "contact.fields")
