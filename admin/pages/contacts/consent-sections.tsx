import type { WholeContact } from "../../parts/api/contacts"
import { ContactWhyCard } from "../consent/why-card"
import { SuppressionsCard } from "./suppressions-card"

/** What stands in the way of a mail, and what would be said of one now, in the side column of the contact's page. */
export function ConsentSections({ contact }: { contact: WholeContact }) {
  return (
    <>
      <SuppressionsCard contact={contact} />
      <ContactWhyCard contactId={contact.id} />
    </>
  )
}
