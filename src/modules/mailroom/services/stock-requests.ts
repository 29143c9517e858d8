import { MedusaError } from "@medusajs/framework/utils"
import type { Database } from "../database"
import { selectContactOfCustomer } from "../sql/contact-facts"
import { deleteStockRequest, insertStockRequest } from "../sql/stock-requests"

const { NOT_FOUND } = MedusaError.Types

/** "Tell me when it is back" of logged-in customers; answered by an automation with the trigger *back in stock*. */
export class StockRequestService {
  constructor(private readonly db: Database) {}

  /** NOT_FOUND for a product that is not on sale, and for a customer whom Mailroom does not know yet. */
  async ask(customerId: string, productId: string): Promise<void> {
    const [row] = await this.db.query(insertStockRequest(await this.contactOf(customerId), productId))
    if (!row) throw new MedusaError(NOT_FOUND, `product_id is "${productId}": there is no such product on sale.`)
  }

  async withdraw(customerId: string, productId: string): Promise<void> {
    await this.db.query(deleteStockRequest(await this.contactOf(customerId), productId))
  }

  private async contactOf(customerId: string): Promise<string> {
    const [customer] = await this.db.query<{ contact_id: string }>(selectContactOfCustomer(customerId))
    if (customer) return customer.contact_id
    throw new MedusaError(NOT_FOUND, "The shop's mail service does not know this account yet. Try again in a minute.")
  }
}
