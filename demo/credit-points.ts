import { Modules } from "@medusajs/framework/utils"
import { z } from "zod"
import type { OwnAction } from "../src/core/automations/own-actions"

const settings = z.object({ points: z.coerce.number().int().min(1).max(10_000).default(50) })
/** More than anybody is credited between two tries of one step. */
const MOST_KEYS = 50

/** The demo shop's loyalty points: a number in the customer's metadata, with the keys of what was credited last. */
export const creditPoints: OwnAction<typeof settings> = {
  id: "credit_points",
  label: "Credit points",
  settings,
  isRepeatable: true,
  async run({ settings: { points }, facts, key }) {
    const customerId = facts?.shopper.customerId
    if (!customerId) return { credited: 0, why: "no customer account" }
    // Only now: medusa-config.ts, which names this action, is read before there is a container.
    const { container } = await import("@medusajs/framework")
    const customers = container.resolve(Modules.CUSTOMER)
    const { metadata } = await customers.retrieveCustomer(customerId)
    const known = (metadata?.points_keys ?? []) as string[]
    const balance = Number(metadata?.points ?? 0)
    if (known.includes(key)) return { credited: 0, balance }
    const kept = [...known, key].slice(-MOST_KEYS)
    await customers.updateCustomers(customerId, {
      metadata: { ...metadata, points: balance + points, points_keys: kept },
    })
    return { credited: points, balance: balance + points }
  },
}
