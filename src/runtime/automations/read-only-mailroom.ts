import type { DataSource, EntityManager } from "typeorm"
import type { Shop } from "../../core/shop/shop"
import { assembleMailroom } from "../../modules/mailroom/assemble-mailroom"
import type { Mailroom } from "../../modules/mailroom/mailroom"

/** Somebody who was only to look wanted to do something. */
export class ForbiddenEffect extends Error {
  constructor(what: string) {
    super(`A replay only looks, and wanted to ${what}.`)
  }
}

/**
 * The same services for whoever may look and not touch (F51): each statement runs in a transaction that the database itself
 * keeps from writing, and what would leave for the shop or the bus throws. So a replay cannot do what nobody thought of.
 */
export async function readOnlyMailroom({ db, options, log, shop, keyring }: Mailroom): Promise<Mailroom> {
  // Made where there are none yet: links in mails are signed, and who only looks cannot make them.
  await keyring.signingKeys()
  const mailroom = assembleMailroom({ dataSource: readOnly(db.dataSource), options, log })
  mailroom.bus = { emit: async (name) => forbid(`emit ${name}`) }
  if (shop) mailroom.shop = readOnlyShop(shop)
  return mailroom
}

/** As much of a data source as services use. By transactions, because a pooler may share connections among clients. */
function readOnly(real: DataSource): DataSource {
  const transaction = <T>(work: (manager: EntityManager) => Promise<T>): Promise<T> =>
    real.transaction(async (manager) => {
      await manager.query("SET TRANSACTION READ ONLY")
      return work(manager)
    })
  const query = (text: string, values?: unknown[]) => transaction((manager) => manager.query(text, values))
  return { isInitialized: true, manager: { query }, transaction } as unknown as DataSource
}

/** Whether asking the shop for it changes anything there: a new way to the shop must say which it is. */
const WAYS: Record<keyof Shop, "reads" | "does"> = {
  order: "reads",
  payments: "reads",
  fulfillment: "reads",
  returned: "reads",
  claim: "reads",
  exchange: "reads",
  cart: "reads",
  cartStates: "reads",
  orderStates: "reads",
  productStates: "reads",
  customer: "reads",
  invite: "reads",
  product: "reads",
  orderTimes: "reads",
  orders: "reads",
  customers: "reads",
  carts: "reads",
  products: "reads",
  changesSince: "reads",
  names: "reads",
  regionLocale: "reads",
  offers: "reads",
  regions: "reads",
  categories: "reads",
  categoryByHandle: "reads",
  keepFile: "does",
  keepPrivateFile: "does",
  readFile: "reads",
  dropFile: "does",
  staff: "reads",
  promotions: "does",
  providedChannels: "reads",
  notify: "does",
  mailedByStore: "reads",
}

const readOnlyShop = (shop: Shop): Shop =>
  new Proxy(shop, {
    get: (real, name) => (WAYS[name as keyof Shop] === "reads" ? real[name as keyof Shop] : forbidden(String(name))),
  })

/** Also for a group of ways, such as `promotions.mint`. */
const forbidden = (what: string): unknown =>
  new Proxy(() => undefined, {
    apply: () => forbid(`call the shop's ${what}`),
    get: (_group, name) => () => forbid(`call the shop's ${what}.${String(name)}`),
  })

function forbid(what: string): never {
  throw new ForbiddenEffect(what)
}
