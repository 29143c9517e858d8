import type { Statement } from "../database"

/** Ends deliveries whose message was settled by another way; the ledger stays as it is. */
export function forgetDeliveries({ ids, token }: { ids: string[]; token: string }): Statement {
  return {
    text: `DELETE FROM mailroom.delivery WHERE message_id = ANY($1::uuid[]) AND lease_token = $2 RETURNING message_id`,
    values: [ids, token],
  }
}
