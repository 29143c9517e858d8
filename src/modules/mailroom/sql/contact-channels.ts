import type { Channel } from "../../../core/channels/channel"
import type { Statement } from "../database"

export type ContactChannelRow = { channel: Channel; address: string | null }

export function selectContactChannels(contactId: string): Statement {
  return {
    text: `SELECT channel, address FROM mailroom.contact_channel WHERE contact_id = $1::uuid ORDER BY channel`,
    values: [contactId],
  }
}

/** Where the latest agreement was given for. */
export function keepContactChannel(row: { contactId: string; channel: Channel; address: string | null }): Statement {
  return {
    text: `INSERT INTO mailroom.contact_channel (contact_id, channel, address) VALUES ($1, $2, $3)
           ON CONFLICT (contact_id, channel) DO UPDATE SET address = excluded.address, updated_at = mailroom.now()`,
    values: [row.contactId, row.channel, row.address],
  }
}

/** The address under which a person's words are kept: the main one. No row: erased, or never there. */
export function selectAddressOfPerson(contactId: string): Statement {
  return {
    text: `SELECT a.id FROM mailroom.contact c
             JOIN mailroom.contact_address a ON a.contact_id = c.id AND a.is_primary AND a.email IS NOT NULL
            WHERE c.id = $1::uuid AND c.erased_at IS NULL`,
    values: [contactId],
  }
}
