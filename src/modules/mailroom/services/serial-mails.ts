import { MedusaError } from "@medusajs/framework/utils"
import type { Database } from "../database"
import { selectContactsOfCustomers } from "../sql/contacts"
import type { CustomerService } from "./customers"
import type { Mailing, MailingService } from "./mailings"

/** Mails to a work list that somebody has ticked among the shop's customers (F7). */
export class SerialMailService {
  constructor(
    private readonly db: Database,
    private readonly services: { mailings: MailingService; customers: CustomerService },
  ) {}

  /**
   * A draft for these customers, each person once; how many were left out because they have no address. NOT_FOUND when that
   * is everybody.
   */
  async begin(customerIds: string[], by: string | null): Promise<{ mailing: Mailing; left_out: number }> {
    const asked = [...new Set(customerIds)]
    const contacts = await this.contactsOf(asked)
    if (contacts.size === 0)
      throw new MedusaError(
        MedusaError.Types.NOT_FOUND,
        `customer_ids: the shop knows none of these ${asked.length} customers with an e-mail address.`,
      )
    const people = [...new Set(contacts.values())]
    const mailing = await this.services.mailings.create({ kind: "serial", audience: { people } }, by)
    return { mailing, left_out: asked.length - contacts.size }
  }

  /** By customer; the few that no event has told of yet are read from the shop one by one. */
  private async contactsOf(customerIds: string[]): Promise<Map<string, string>> {
    const rows = await this.db.query<{ customer_id: string; contact_id: string }>(
      selectContactsOfCustomers(customerIds),
    )
    const contacts = new Map(rows.map((row) => [row.customer_id, row.contact_id]))
    for (const id of customerIds.filter((one) => !contacts.has(one))) {
      const found = await this.services.customers.contactOf(id)
      if (found) contacts.set(id, found.contactId)
    }
    return contacts
  }
}
