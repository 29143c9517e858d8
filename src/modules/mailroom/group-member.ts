import type { GroupMember } from "../../core/contacts/join-group"
import type { GroupMemberRow } from "./sql/bulk-actions"

/** A row of the database in the words of the rule. */
export function groupMember(row: GroupMemberRow): GroupMember {
  return {
    hasAddress: row.email !== null,
    marketing: row.marketing,
    topic: row.topic,
    isSuppressed: row.is_suppressed,
    hasLeft: row.has_left,
    country: row.country,
    lastOrderAt: row.last_order_at,
  }
}
