import { MedusaError } from "@medusajs/framework/utils"
import type { Database } from "../database"
import { deleteStockRequest, insertStockRequest } from "../sql/stock-requests"
import type { CustomerService } from "./customers"

const { NOT_FOUND } = MedusaError.Types

/** "Tell me when it is back" of logged-in customers; answered by an automation with the trigger *back in stock*. */
export class StockRequestService {
  constructor(
    private readonly db: Database,
    private readonly customers: CustomerService,
  ) {}

  /** NOT_FOUND for a product that is not on sale, and for a customer who has no address. */
  async ask(customerId: string, productId: string): Promise<void> {
    const [row] = await this.db.query(insertStockRequest(await this.contactOf(customerId), productId))
    if (!row) throw new MedusaError(NOT_FOUND, `product_id is "${productId}": there is no such product on sale.`)
  }

  async withdraw(customerId: string, productId: string): Promise<void> {
    await this.db.query(deleteStockRequest(await this.contactOf(customerId), productId))
  }

  private async contactOf(customerId: string): Promise<string> {
    const customer = await this.customers.contactOf(customerId)
    if (customer) return customer.contactId
    throw new MedusaError(NOT_FOUND, "This account has no e-mail address that could be written to.")
  }
}
