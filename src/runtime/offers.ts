import { createHash } from "node:crypto"
import { withoutSlash } from "../core/automations/contexts-of"
import {
  priceContextKey,
  priceContextOf,
  type PriceContext,
  type ShopOffer,
  type ShopRegion,
} from "../core/shop/offers"
import type { OfferContext, ProductNeed } from "../core/templates/contexts"
import type { Mailroom } from "../modules/mailroom/mailroom"
import {
  keepOfferSet,
  selectBestSellers,
  selectNewestProducts,
  selectPriceFacts,
  selectProductsOfCategory,
  selectRestocked,
  setOfferSets,
  type PriceFactsRow,
} from "../modules/mailroom/sql/offers"
import type { ReadyMessage } from "./ready-message"

/** How old a price, or a list of products, may be when its mail is handed over. */
const FRESH_MS = 60_000
/** Some have no price for a person; then the next ones of the list stand in. */
const SPARE = 3
const MOST_KEPT = 20_000

type Offers = Record<string, OfferContext[]>
type Kept<Value> = { value: Value; at: number }

/**
 * Product lists with the price that each recipient would pay (F53). People of one region, currency and customer groups
 * are shown the same: a batch of a thousand messages asks Medusa once per such group, and not again for a minute.
 */
export class OfferBook {
  private readonly offers = new Map<string, Kept<ShopOffer | null>>()
  private readonly lists = new Map<string, Kept<string[]>>()
  private readonly sets = new Map<string, string>()
  private regionsKept: Kept<ShopRegion[]> | undefined

  constructor(private readonly mailroom: Mailroom) {}

  /** The messages with `products` among their variables; which offers they show is kept with them. Throws when the shop is away. */
  async attach(messages: ReadyMessage[]): Promise<void> {
    // A test mail has them already: those of its preview.
    const asking = messages.filter(({ template, context }) => template.products?.length && !context.products)
    if (asking.length === 0) return
    const { db } = this.mailroom
    const facts = await db.query<PriceFactsRow>(selectPriceFacts(asking.map(({ facts: { id } }) => id)))
    const factsOf = new Map(facts.map((row) => [row.id, row]))
    const regions = await this.regions()
    const made = new Map<string, Promise<{ offers: Offers; id: string }>>()
    const kept: { messageId: string; offerSetId: string }[] = []
    for (const message of asking) {
      const needs = message.template.products!.map((need) => aboutOf(need, message.context))
      const who = personOf(factsOf.get(message.facts.id), regions)
      const key = `${JSON.stringify(needs)}${who ? priceContextKey(who) : ""}`
      if (!made.has(key)) made.set(key, this.setFor(needs, who))
      const { offers, id } = await made.get(key)!
      message.context = { ...message.context, products: offers }
      kept.push({ messageId: message.facts.id, offerSetId: id })
    }
    await db.query(setOfferSets(kept))
  }

  /** The lists of one content for one kind of person; nothing in a list when nothing has a price for them. */
  async offersFor(needs: ProductNeed[], who: PriceContext | null): Promise<Offers> {
    const { general } = await this.mailroom.settings.read()
    const candidates = await Promise.all(needs.map((need) => this.candidates(need)))
    const known = who ? await this.priced([...new Set(candidates.flat())], who) : new Map<string, ShopOffer>()
    return Object.fromEntries(
      needs.map(({ block, count }, index) => {
        const found = candidates[index]!.flatMap((id) => known.get(id) ?? []).slice(0, count)
        return [block, found.map((offer) => offerContext(offer, who!.currency, general.storefrontUrl))]
      }),
    )
  }

  async regions(): Promise<ShopRegion[]> {
    if (this.regionsKept && isFresh(this.regionsKept, FRESH_MS)) return this.regionsKept.value
    const value = await this.shop().regions()
    // A shop whose first region is just being made has prices from then on.
    if (value.length > 0) this.regionsKept = { value, at: Date.now() }
    return value
  }

  private async setFor(needs: ProductNeed[], who: PriceContext | null): Promise<{ offers: Offers; id: string }> {
    const offers = await this.offersFor(needs, who)
    const digest = createHash("sha256").update(JSON.stringify(offers)).digest()
    const name = digest.toString("hex")
    const known = this.sets.get(name)
    if (known) return { offers, id: known }
    const [row] = await this.mailroom.db.query<{ id: string }>(keepOfferSet(digest, offers))
    // Another process wrote it in the same moment, unseen by this statement's snapshot: it is there now.
    const id = row?.id ?? (await this.mailroom.db.query<{ id: string }>(keepOfferSet(digest, offers)))[0]!.id
    if (this.sets.size >= MOST_KEPT) this.sets.clear()
    this.sets.set(name, id)
    return { offers, id }
  }

  private async priced(ids: string[], who: PriceContext): Promise<Map<string, ShopOffer>> {
    const context = priceContextKey(who)
    const isKnown = (id: string) => {
      const kept = this.offers.get(`${context}${id}`)
      return kept !== undefined && isFresh(kept, FRESH_MS)
    }
    const missing = ids.filter((id) => !isKnown(id))
    if (missing.length > 0) await this.read(missing, who, context)
    return new Map(
      ids.flatMap((id) => {
        const offer = this.offers.get(`${context}${id}`)?.value
        return offer ? [[id, offer] as const] : []
      }),
    )
  }

  private async read(ids: string[], who: PriceContext, context: string): Promise<void> {
    const found = new Map((await this.shop().offers({ productIds: ids, who })).map((offer) => [offer.productId, offer]))
    if (this.offers.size >= MOST_KEPT) this.offers.clear()
    for (const id of ids) this.offers.set(`${context}${id}`, { value: found.get(id) ?? null, at: Date.now() })
  }

  private async candidates(need: ProductNeed): Promise<string[]> {
    if (need.source === "picked") return need.productIds
    const key = JSON.stringify([need.source, need.categoryId, need.count])
    const kept = this.lists.get(key)
    if (kept && isFresh(kept, FRESH_MS)) return kept.value
    const rows = await this.mailroom.db.query<{ id: string }>(listOf(need))
    const value = rows.map(({ id }) => id)
    // An empty list costs nothing to read again, and whoever has just made the shop's first product wants to see it.
    if (value.length > 0) this.lists.set(key, { value, at: Date.now() })
    return value
  }

  private shop() {
    if (this.mailroom.shop) return this.mailroom.shop
    throw new Error("Products have prices only in a process that runs in the shop.")
  }
}

/** The product that the mail is about stands in its variables. */
function aboutOf(need: ProductNeed, { product }: Record<string, unknown>): ProductNeed {
  if (need.source !== "product") return need
  const id = (product as { id?: unknown } | undefined)?.id
  return { ...need, source: "picked", productIds: typeof id === "string" ? [id] : [] }
}

function listOf({ source, categoryId, count }: ProductNeed) {
  const limit = count * SPARE
  switch (source) {
    // Only a preview is about no product yet: it shows one as an example.
    case "product":
    case "newest":
      return selectNewestProducts(limit)
    case "best_sellers":
      return selectBestSellers(limit)
    case "back_in_stock":
      return selectRestocked(limit)
    default:
      return selectProductsOfCategory(categoryId ?? "", limit)
  }
}

function personOf(row: PriceFactsRow | undefined, regions: ShopRegion[]): PriceContext | null {
  const { region_id = null, country = null, group_ids = [] } = row ?? {}
  return priceContextOf({ regionId: region_id, country, customerGroupIds: group_ids }, regions)
}

function offerContext(offer: ShopOffer, currency: string, storefrontUrl: string | null): OfferContext {
  const { productId, title, handle, price, originalPrice } = offer
  const base = storefrontUrl && withoutSlash(storefrontUrl)
  const thumbnail = offer.thumbnail?.startsWith("/") ? base && `${base}${offer.thumbnail}` : offer.thumbnail
  const url = base && handle ? `${base}/products/${encodeURIComponent(handle)}` : null
  return { productId, title, url, thumbnail, currency, price, originalPrice }
}

const books = new WeakMap<Mailroom, OfferBook>()

/** One for dispatcher, previews and tests of a process: they share what was read. */
export function offerBookOf(mailroom: Mailroom): OfferBook {
  const known = books.get(mailroom)
  if (known) return known
  const book = new OfferBook(mailroom)
  books.set(mailroom, book)
  return book
}

const isFresh = ({ at }: Kept<unknown>, ms: number): boolean => Date.now() - at < ms
