import type { Database } from "../database"
import { deleteEmptyBalances, selectBalances, upsertBalances, type BalanceRow } from "../sql/balances"
import type { OwnEventService, Whom } from "./own-events"

/** A part of a balance and the day on which it ends; an amount of 0 takes it away. */
export type Balance = { whom: Whom; name: string; expiresOn: string; amount: string; unit: string | null }

/** Points, bonuses, credits: kept elsewhere, pushed here so that their ends can be told in time (F10). */
export class BalanceService {
  constructor(
    private readonly db: Database,
    private readonly parts: { ownEvents: OwnEventService },
  ) {}

  /** All or none; pushed again it replaces what stood there for the same person, name and day. */
  async push(balances: Balance[]): Promise<number> {
    return this.db.transaction(async (tx) => {
      const rows = new Map<string, BalanceRow>()
      for (const { whom, name, expiresOn, amount, unit } of balances) {
        const contactId = await this.parts.ownEvents.contactOf(tx, whom)
        rows.set(`${contactId} ${name} ${expiresOn}`, {
          contact_id: contactId,
          name,
          expires_on: expiresOn,
          amount,
          unit,
        })
      }
      await tx.query(upsertBalances([...rows.values()]))
      await tx.query(deleteEmptyBalances([...rows.values()].map(({ contact_id }) => contact_id)))
      return rows.size
    })
  }

  async of(contactId: string): Promise<Omit<BalanceRow, "contact_id">[]> {
    return this.db.query(selectBalances(contactId))
  }
}
