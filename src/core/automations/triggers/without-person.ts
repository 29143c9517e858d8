/**
 * Triggers that begin without a person, who comes by "select customers". By name, so that a form in the browser need not
 * load every kind of trigger.
 */
const WITHOUT_PERSON: readonly string[] = ["date.reached", "date.repeated", "mailing.finished"]

export const startsWithoutPerson = (kind: string | undefined): boolean =>
  kind !== undefined && WITHOUT_PERSON.includes(kind)
