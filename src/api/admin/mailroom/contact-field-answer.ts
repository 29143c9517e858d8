import type { ContactFieldRow } from "../../../modules/mailroom/services/contact-fields"

/** `ContactField` of docs/api.md. */
export function contactFieldAnswer({ archived_at: archivedAt, ...field }: ContactFieldRow) {
  return { ...field, is_archived: archivedAt !== null }
}
