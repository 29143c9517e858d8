import type { Shop } from "../../../core/shop/shop"
import type { Database } from "../database"
import type { ContactService, KnownAddress } from "./contacts"
import type { ReadModelService } from "./read-model"

/** Whose customer of the shop somebody is. */
export class CustomerService {
  constructor(
    private readonly db: Database,
    private readonly services: { contacts: ContactService; readModel: ReadModelService },
    private readonly shop: () => Shop | undefined,
  ) {}

  /**
   * The customer's contact. One that no event has told of yet (a guest who has just bought: Medusa tells of accounts alone)
   * is read from the shop; null for one that the shop does not know either, or that has no address.
   */
  async contactOf(customerId: string): Promise<KnownAddress | null> {
    const { contacts, readModel } = this.services
    const known = await contacts.byCustomer(this.db, customerId)
    if (known) return known
    const customer = await this.shop()?.customer(customerId)
    if (!customer) return null
    await this.db.transaction((tx) => readModel.customers(tx, [customer]))
    return contacts.byCustomer(this.db, customerId)
  }
}
