/**
 * `npm run bench:offers [messages]`: how many mails with a product block get the prices of their own recipients per second,
 * in batches as they are sent, from a shop that takes 20 ms for each question. 12 countries in 6 regions, every tenth
 * person in a customer group. The last line is JSON.
 */
import type { Shop } from "../src/core/shop/shop"
import { createDataSource } from "../src/modules/mailroom/data-source"
import { assembleMailroom } from "../src/modules/mailroom/assemble-mailroom"
import { parseOptions } from "../src/modules/mailroom/options"
import { OfferBook } from "../src/runtime/offers"
import type { ReadyMessage } from "../src/runtime/ready-message"
import { throwAwayDatabase } from "./database"
import { seedContacts } from "./seed-contacts"

const COUNT = Number(process.argv[2] ?? 20_000)
const BATCH = 1000
const SHOP_MS = 20
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }
const productIds = Array.from({ length: 5 }, (_, n) => `prod_${n}`)

const REGIONS = [["DE", "AT", "NL"], ["FR"], ["IT"], ["ES"], ["GB"], ["US"]].map((countryCodes, n) => ({
  id: `reg_${n}`,
  currency: n === 4 ? "GBP" : n === 5 ? "USD" : "EUR",
  countryCodes,
  isDefault: n === 0,
  isTaxed: true,
}))

/** Of Medusa only what prices need; it counts how often it was asked. */
function slowShop() {
  const asked = { questions: 0 }
  const shop: Pick<Shop, "offers" | "regions"> = {
    regions: async () => REGIONS,
    offers: async ({ productIds: ids, who }) => {
      asked.questions++
      await new Promise((resolve) => setTimeout(resolve, SHOP_MS))
      const price = who.customerGroupIds.length > 0 ? "17.9" : "19.9"
      return ids.map((id) => ({ productId: id, title: id, handle: id, thumbnail: null, price, originalPrice: null }))
    },
  }
  return { shop: shop as Shop, asked }
}

const MESSAGES = `
  WITH planned AS (
    INSERT INTO mailroom.message (id, idempotency_key, class, origin, kind, source_id, contact_id, to_email, mail_domain, status, planned_at)
    SELECT mailroom.uuidv7(), decode(md5(c.id::text), 'hex'), 'marketing', 'mailing', 'newsletter', 'mlg_bench', c.id,
      c.id || '@example.com', 'example.com', 'queued', mailroom.now()
    FROM mailroom.contact c RETURNING id, planned_at
  ), content AS (
    INSERT INTO mailroom.message_content (message_id, planned_at) SELECT id, planned_at FROM planned
  )
  SELECT id FROM planned`

const CUSTOMERS = `
  INSERT INTO mailroom.contact_customer (customer_id, contact_id, group_ids)
  SELECT 'cus_' || id, id, '{cusgroup_vip}' FROM mailroom.contact WHERE hashtext(id::text) % 10 = 0`

async function main(): Promise<void> {
  const database = await throwAwayDatabase()
  const { options } = parseOptions({ settings: { general: { storefrontUrl: "https://shop.example" } } })
  const dataSource = await createDataSource({ url: database.url, poolMax: options.pool.max }).initialize()
  const mailroom = assembleMailroom({ dataSource, options, log: quiet })
  const { shop, asked } = slowShop()
  mailroom.shop = shop
  await seedContacts(mailroom.db, COUNT)
  await mailroom.db.query({ text: CUSTOMERS, values: [] })
  const ids = (await mailroom.db.query<{ id: string }>({ text: MESSAGES, values: [] })).map(({ id }) => id)
  const template = { products: [{ block: "grid", source: "picked", productIds, categoryId: null, count: 5 }] }
  // Of a message that is ready to go, only what the price needs.
  const messages = ids.map((id) => ({ facts: { id }, context: {}, template }) as unknown as ReadyMessage)

  const book = new OfferBook(mailroom)
  const start = performance.now()
  for (let at = 0; at < messages.length; at += BATCH) await book.attach(messages.slice(at, at + BATCH))
  const seconds = (performance.now() - start) / 1000
  await dataSource.destroy()
  await database.stop()
  const per_s = Math.round(messages.length / seconds)
  process.stdout.write(
    `${JSON.stringify({ priced_per_s: per_s, messages: messages.length, questions: asked.questions })}\n`,
  )
}

void main()
