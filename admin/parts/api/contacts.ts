import type { QualityKind } from "../../../src/core/contacts/address-quality"
import type { ContactField as StoredField, FieldValue } from "../../../src/core/contacts/contact-field"
import type { Activity } from "../../../src/core/reports/activity"
import type { EmailState } from "../../../src/core/reports/email-state"
import type { BulkAction, BulkWork } from "../../../src/modules/mailroom/services/bulk-actions"
import type { ContactCount, ContactListLine as ContactRow } from "../../../src/modules/mailroom/services/contact-list"
import type { PersonChannel } from "../../../src/modules/mailroom/services/person-channels"
import type { QualityLine, QualityOverview } from "../../../src/modules/mailroom/services/contact-quality"
import type { ContactPage } from "../../../src/modules/mailroom/services/people"
import type { ContactProfile as Profile } from "../../../src/modules/mailroom/services/profiles"
import type { TopicRow } from "../../../src/modules/mailroom/sql/topics"
import type { Json } from "./json"
import type { OutboxRow } from "./outbox"

export type {
  Activity,
  BulkAction,
  BulkWork,
  ContactCount,
  ContactRow,
  EmailState,
  FieldValue,
  PersonChannel,
  Profile,
  QualityKind,
  QualityLine,
  QualityOverview,
}

/** What the composer and the contacts need of a topic. */
export type Topic = Pick<
  TopicRow,
  "id" | "slug" | "name" | "description" | "visibility" | "position" | "subscribers"
> & { is_archived: boolean }

export type ContactChoices = { tags: string[]; countries: string[] }

export type Moved = Profile["earlier"][number]
export type Contact = Json<ContactPage>
/** As `contacts/:id` answers it. */
export type WholeContact = Contact & { profile: Profile }

export type CustomerMails = { contact: Contact | null; messages: OutboxRow[]; next_cursor: string | null }

export type ContactField = StoredField & { position: number; is_archived: boolean }

export type BulkKind = BulkWork["kind"]

/** The filter of the list as the API takes it, in the address bar and in a bulk action alike. */
export type ContactFilter = {
  q?: string
  state?: string
  topic_id?: string
  tag?: string
  country?: string
  field?: string
  quality?: string
  ids?: string[]
}
