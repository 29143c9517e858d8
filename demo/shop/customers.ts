import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { backDate } from "./back-date"
import { datedId } from "./dated-id"
import { somePeople, type Person } from "./people"
import type { Random } from "./random"

export type Shopper = Person & { customerId: string; hasAccount: boolean; since: Date }

const DAY = 86_400_000

/** Three in four registered, the others bought as guests; they came over the last 24 months, more of them lately. */
export async function inviteShoppers(
  container: MedusaContainer,
  { random, count, now }: { random: Random; count: number; now: Date },
): Promise<Shopper[]> {
  const shoppers = somePeople(random, count).map((person): Shopper => {
    const since = new Date(
      now.getTime() - Math.floor(random.next() ** 1.4 * 730) * DAY - random.between(1, 20) * 3_600_000,
    )
    return {
      ...person,
      customerId: datedId({ prefix: "cus", at: since, random }),
      hasAccount: random.chance(0.75),
      since,
    }
  })
  await container.resolve(Modules.CUSTOMER).createCustomers(
    shoppers.map(({ customerId, email, first_name, last_name, phone, hasAccount, address }) => ({
      id: customerId,
      email,
      first_name,
      last_name,
      phone,
      has_account: hasAccount,
      addresses: [{ ...address, is_default_shipping: true, is_default_billing: true }],
    })),
  )
  await formGroups(container, shoppers, random)
  await backDate(
    container,
    ["customer"],
    shoppers.map(({ customerId, since }) => ({ id: customerId, at: since })),
  )
  return shoppers
}

async function formGroups(container: MedusaContainer, shoppers: Shopper[], random: Random): Promise<void> {
  const customers = container.resolve(Modules.CUSTOMER)
  const groups = await customers.createCustomerGroups([{ name: "Regulars" }, { name: "Trade" }])
  const accounts = shoppers.filter(({ hasAccount }) => hasAccount)
  for (const [index, group] of groups.entries())
    await customers.addCustomerToGroup(
      random
        .several(accounts, index ? 12 : 40)
        .map(({ customerId }) => ({ customer_id: customerId, customer_group_id: group.id })),
    )
}
