import type { DropReason } from "../messages/states"
import {
  contentItem,
  findingItems,
  item,
  senderItem,
  subjectItem,
  type Checklist,
  type ChecklistFacts,
} from "./checklist"

/** Whom a direct mail is for, as known now. `refusal`: why nothing may be sent there. */
export type DirectPerson = { name: string | null; email: string | null; refusal: DropReason | null }

/** Before a direct mail may go: what a letter to one person needs, and none of what a mailing does. */
export function directChecklist(facts: ChecklistFacts, person: DirectPerson | null): Checklist {
  const items = [
    subjectItem(facts),
    contentItem(facts),
    personItem(person),
    senderItem(facts),
    ...findingItems({ ...facts, findings: facts.findings.filter(({ severity }) => severity !== "blocks_marketing") }),
  ]
  const isReady = !items.some(({ ok, severity }) => ok === false && severity === "blocks")
  return { can_send: isReady, recipients: person?.email && !person.refusal ? 1 : 0, items }
}

function personItem(person: DirectPerson | null) {
  const { name, email, refusal } = person ?? { name: null, email: null, refusal: null }
  const wayOut = !email
    ? "Enter an address on the contact's page."
    : "Write to another address, or lift the block on the contact's page."
  return item({
    key: "person",
    ok: Boolean(email) && refusal === null,
    yes: `It goes to ${name ? `${name}, ${email}` : email}.`,
    no: !email ? "This person has no address that can be written to." : `Nothing may be sent to ${email}.`,
    wayOut,
  })
}
