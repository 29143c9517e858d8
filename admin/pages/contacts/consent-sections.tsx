import type { WholeContact } from "../../parts/api/contacts"
import { SuppressionsCard } from "./suppressions-card"

/** What the person agreed to and what keeps mail away, in the side column of the contact's page. */
export function ConsentSections({ contact }: { contact: WholeContact }) {
  return <SuppressionsCard contact={contact} />
}
