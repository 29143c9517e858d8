import { MedusaError } from "@medusajs/framework/utils"
import type { Db } from "./database"
import { selectOtherCartReminder } from "./sql/cart-reminders"

/** NOT_ALLOWED when a cart would be reminded of twice: the single reminder and the series are not on together. */
export async function refuseSecondCartReminder(db: Db, id: string): Promise<void> {
  const [other] = await db.query<{ name: string }>(selectOtherCartReminder(id))
  if (!other) return
  throw new MedusaError(
    MedusaError.Types.NOT_ALLOWED,
    `"${other.name}" reminds of the same carts and is on. Switch it off first, or people get both.`,
  )
}
