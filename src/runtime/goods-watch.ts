import { BACK_IN_STOCK, PRICE_DROPPED } from "../core/automations/triggers/goods"
import { priceContextOf, type ShopOffer, type ShopRegion } from "../core/shop/offers"
import type { Shop } from "../core/shop/shop"
import type { Mailroom } from "../modules/mailroom/mailroom"
import { selectClockAutomations } from "../modules/mailroom/sql/enter"
import { notePrices, selectProductPage, selectSoldOut, type PriceRow } from "../modules/mailroom/sql/goods-triggers"
import type { Loop } from "./loop"
import { periodic } from "./periodic"

const MINUTE = 60_000
/** Sold-out products read again per turn; the shop answers them one by one. */
const SOLD_OUT_AT_ONCE = 25
const SOLD_OUT_MOST = 500
const PAGE = 25

/**
 * While somebody waits for *back in stock*: the shop moves stock without saying of which product, so what is sold out is
 * read again, the longest unread first.
 */
export function stockWatch(mailroom: Mailroom): Loop {
  return periodic(mailroom, "stock-watch", 5 * MINUTE, async ({ save }) => {
    const { shop, db, readModel } = mailroom
    if (!shop || !(await isWaitedFor(mailroom, BACK_IN_STOCK))) return "idle"
    for (let read = 0; read < SOLD_OUT_MOST; read += SOLD_OUT_AT_ONCE) {
      const ids = await idsOf(mailroom, selectSoldOut(SOLD_OUT_AT_ONCE))
      const products = await Promise.all(ids.map(async (id) => ({ id, product: await shop.product(id) })))
      await db.transaction(async (tx) => {
        await readModel.products(
          tx,
          products.flatMap(({ product }) => product ?? []),
        )
        for (const { id, product } of products) if (!product) await readModel.productDeleted(tx, id)
      })
      if (ids.length < SOLD_OUT_AT_ONCE) break
      await save()
    }
    return "idle"
  })
}

/** While somebody waits for *price dropped*: what products cost in each region, page by page, every half hour. */
export function priceWatch(mailroom: Mailroom): Loop {
  return periodic(mailroom, "price-watch", 30 * MINUTE, async ({ save }) => {
    const { shop, db } = mailroom
    if (!shop || !(await isWaitedFor(mailroom, PRICE_DROPPED))) return "idle"
    const regions = await shop.regions()
    for (let after = ""; ;) {
      const ids = await idsOf(mailroom, selectProductPage(after, PAGE))
      const rows = (await Promise.all(regions.map((region) => pricesIn(shop, region, ids, regions)))).flat()
      if (rows.length > 0) await db.query(notePrices(rows))
      if (ids.length < PAGE) return "idle"
      after = ids.at(-1)!
      await save()
    }
  })
}

async function isWaitedFor({ db }: Mailroom, kind: string): Promise<boolean> {
  return (await db.query(selectClockAutomations([kind]))).length > 0
}

async function idsOf({ db }: Mailroom, statement: ReturnType<typeof selectSoldOut>): Promise<string[]> {
  return (await db.query<{ id: string }>(statement)).map(({ id }) => id)
}

/** What somebody without a group would pay there. */
async function pricesIn(shop: Shop, region: ShopRegion, ids: string[], regions: ShopRegion[]): Promise<PriceRow[]> {
  const who = priceContextOf({ regionId: region.id, country: null, customerGroupIds: [] }, regions)
  const offers: ShopOffer[] = who && ids.length > 0 ? await shop.offers({ productIds: ids, who }) : []
  return offers.map(({ productId, price }) => ({
    product_id: productId,
    region_id: region.id,
    currency: region.currency,
    price,
  }))
}
