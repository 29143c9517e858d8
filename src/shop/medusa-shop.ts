import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { adminUsers } from "./admin-users"
import { foreignListeners } from "./foreign-listeners"
import type { LineQuantity, Page, Shop, ShopChange, ShopInvite } from "../core/shop/shop"
import { configuredChannels, notifyBy } from "./channels"
import { cartOf, customerOf, isInStock, productOf } from "./cart-mapping"
import { CHANGE_SOURCES, type ChangeSource } from "./changes"
import { quantity } from "./decimal"
import { fileStore } from "./file-store"
import {
  ORDER_STATE_FIELDS,
  PRODUCT_STATE_FIELDS,
  CART_FIELDS,
  CLAIM_FIELDS,
  CUSTOMER_FIELDS,
  EXCHANGE_FIELDS,
  FULFILLMENT_FIELDS,
  ORDER_FIELDS,
  PAYMENT_FIELDS,
  PRODUCT_FIELDS,
  RETURN_FIELDS,
} from "./fields"
import { withAncestors, type CategoryMetadata } from "./line-mapping"
import { offersOf, regionsOf } from "./offers"
import { orderOf, orderStateOf, paymentOf, paymentsOf } from "./order-mapping"
import { promotionsOf } from "./promotions"
import { iso, type Row } from "./row"

type Container = { resolve(key: string, options?: { allowUnregistered?: boolean }): unknown }
type Asked = { entity: string; fields: string[]; filters?: Row; pagination?: Row }
type Query = { graph(asked: Asked): Promise<{ data: Row[] }> }

/** More at once would hold up the shop's own pool: with totals Query makes about 250 orders a second. */
const PAGE_LIMIT = 25
/** Without totals to work out, rows are cheap, and the cost is in the asking. */
const PLAIN_PAGE_LIMIT = 250
const WITH_TOTALS = ["order", "cart"]
const NAMED = {
  product: { entity: "product", field: "title" },
  category: { entity: "product_category", field: "name" },
  collection: { entity: "product_collection", field: "title" },
  tag: { entity: "product_tag", field: "value" },
  sales_channel: { entity: "sales_channel", field: "name" },
} as const

/** The shop as Medusa has it, read through Query. The container is asked at each call: modules come and go in tests. */
export function medusaShop(container: Container): Shop {
  const graph = async (asked: Asked): Promise<Row[]> => {
    const query = container.resolve(ContainerRegistrationKeys.QUERY) as Query
    return (await query.graph(asked)).data
  }
  const one = async (entity: string, fields: string[], id: string): Promise<Row | null> =>
    (await graph({ entity, fields, filters: { id } }))[0] ?? null
  const page = (entity: string, fields: string[], { after, limit }: Page, filters: Row = {}): Promise<Row[]> =>
    graph({
      entity,
      fields,
      filters: { ...filters, ...(after ? { id: { $gt: after } } : {}) },
      pagination: { take: Math.min(limit, mostOf(entity)), order: { id: "ASC" } },
    })

  const mostOf = (entity: string) => (WITH_TOTALS.includes(entity) ? PAGE_LIMIT : PLAIN_PAGE_LIMIT)

  /** Metadata of the lines' categories and their ancestors, in one question for all lines. */
  async function categoriesOf(rows: Row[]): Promise<CategoryMetadata> {
    const lines = rows.flatMap((row) => (row.items ?? []) as (Row | null)[])
    const ids = new Set(lines.flatMap((line) => ((line?.product?.categories ?? []) as Row[]).flatMap(withAncestors)))
    if (ids.size === 0) return new Map()
    const found = await graph({ entity: "product_category", fields: ["id", "metadata"], filters: { id: [...ids] } })
    return new Map(found.map(({ id, metadata }) => [id, metadata ?? {}]))
  }

  async function changed(entity: string, fields: string[], id: string): Promise<ShopChange | null> {
    const row = await one(entity, fields, id)
    if (!row) return null
    const items = [...(row.claim_items ?? []), ...(row.additional_items ?? [])]
    return {
      id: row.id,
      orderId: row.order_id,
      lines: linesOf(items, "item_id"),
      isSilenced: row.no_notification === true,
      createdAt: iso(row.created_at)!,
    }
  }

  async function rowsSince(source: ChangeSource, since: Date, { after, limit }: Page): Promise<Row[]> {
    const filters = { [source.timeColumn]: { $gte: since }, ...(after ? { id: { $gt: after } } : {}) }
    if (source.entity !== "capture" && source.entity !== "refund")
      return page(source.entity, source.fields, { after, limit }, { [source.timeColumn]: { $gte: since } })
    const payments = container.resolve(Modules.PAYMENT) as {
      listCaptures(filters: Row, config: Row): Promise<Row[]>
      listRefunds(filters: Row, config: Row): Promise<Row[]>
    }
    const config = { take: Math.min(limit, PAGE_LIMIT), order: { id: "ASC" }, select: source.fields }
    return source.entity === "capture" ? payments.listCaptures(filters, config) : payments.listRefunds(filters, config)
  }

  return {
    async order(id) {
      const row = await one("order", ORDER_FIELDS, id)
      return row ? orderOf(row, await categoriesOf([row])) : null
    },

    async payments(by) {
      if ("orderId" in by) {
        const row = await one(
          "order",
          ORDER_FIELDS.filter((field) => /^id$|^payment_collections/.test(field)),
          by.orderId,
        )
        return row ? paymentsOf(row) : []
      }
      const rows = await graph({ entity: "payment", fields: PAYMENT_FIELDS, filters: { id: by.paymentId } })
      return rows.map((row) => paymentOf(row, row.payment_collection?.order?.id ?? null))
    },

    async fulfillment(id) {
      const row = await one("fulfillment", FULFILLMENT_FIELDS, id)
      if (!row) return null
      return {
        id: row.id,
        orderId: row.order?.id ?? null,
        lines: linesOf(row.items, "line_item_id"),
        tracking: ((row.labels ?? []) as Row[]).map((label) => ({
          number: label.tracking_number,
          url: isWebUrl(label.tracking_url) ? label.tracking_url : null,
        })),
        shippedAt: iso(row.shipped_at),
        deliveredAt: iso(row.delivered_at),
        cancelledAt: iso(row.canceled_at),
      }
    },

    async returned(id) {
      const row = await one("return", RETURN_FIELDS, id)
      if (!row) return null
      return {
        id: row.id,
        orderId: row.order_id,
        lines: linesOf(row.items, "item_id"),
        isSilenced: row.no_notification === true,
        requestedAt: iso(row.requested_at),
        receivedAt: iso(row.received_at),
      }
    },

    claim: (id) => changed("order_claim", CLAIM_FIELDS, id),
    exchange: (id) => changed("order_exchange", EXCHANGE_FIELDS, id),

    async cart(id) {
      const row = await one("cart", CART_FIELDS, id)
      return row ? cartOf(row, await categoriesOf([row])) : null
    },

    async cartStates(ids) {
      const rows = await graph({ entity: "cart", fields: ["id", "completed_at", "items.id"], filters: { id: ids } })
      return rows.map((row) => ({
        id: row.id,
        isBought: row.completed_at !== null,
        itemCount: ((row.items ?? []) as unknown[]).filter(Boolean).length,
      }))
    },

    async orderStates(ids) {
      const [rows, returns] = await Promise.all([
        graph({ entity: "order", fields: ORDER_STATE_FIELDS, filters: { id: ids } }),
        graph({
          entity: "return",
          fields: ["order_id"],
          filters: { order_id: ids, status: ["open", "requested", "partially_received"] },
        }),
      ])
      const open = new Set(returns.map(({ order_id }) => order_id))
      return rows.map((row) => orderStateOf(row, open.has(row.id)))
    },

    async productStates(ids) {
      const rows = await graph({
        entity: "product",
        fields: PRODUCT_STATE_FIELDS,
        filters: { id: ids, status: "published" },
      })
      return rows.map((row) => ({ id: row.id, isInStock: isInStock(row) }))
    },

    async customer(id) {
      const row = await one("customer", CUSTOMER_FIELDS, id)
      return row ? customerOf(row) : null
    },

    async invite(id) {
      const row = await one("invite", ["id", "email", "token", "accepted", "expires_at", "updated_at"], id)
      return row ? inviteOf(row) : null
    },

    async product(id) {
      const row = await one("product", PRODUCT_FIELDS, id)
      return row ? productOf(row) : null
    },

    async orderTimes(asked) {
      const rows = await page("order", ["id", "created_at"], asked, { is_draft_order: false })
      return rows.map((row) => ({ id: row.id, placedAt: iso(row.created_at)! }))
    },

    async orders(asked) {
      const rows = await page("order", ORDER_FIELDS, asked, { is_draft_order: false })
      const categories = await categoriesOf(rows)
      return rows.map((row) => orderOf(row, categories))
    },

    async customers(asked) {
      return (await page("customer", CUSTOMER_FIELDS, asked)).map(customerOf)
    },

    async carts(asked) {
      const rows = await page("cart", CART_FIELDS, asked)
      const categories = await categoriesOf(rows)
      return rows.map((row) => cartOf(row, categories))
    },

    async products(asked) {
      return (await page("product", PRODUCT_FIELDS, asked)).map(productOf)
    },

    async changesSince(kind, since, asked) {
      const source = CHANGE_SOURCES[kind]
      const rows = await rowsSince(source, since, asked)
      return rows.map((row) => ({
        id: row.id,
        event: source.event,
        payload: source.payloadOf(row),
        occurredAt: iso(row[source.timeColumn])!,
      }))
    },

    async names(kind, ids) {
      const { entity, field } = NAMED[kind]
      const rows = await graph({ entity, fields: ["id", field], filters: { id: ids } })
      return rows.map((row) => ({ id: row.id, name: row[field] }))
    },

    async regionLocale(id) {
      const row = await one("region", ["id", "metadata"], id)
      return typeof row?.metadata?.locale === "string" ? row.metadata.locale : null
    },

    offers: (asked) => offersOf(container, asked),
    regions: () => regionsOf(container),
    staff: () => adminUsers(container),

    async categories({ q, limit }) {
      const rows = await graph({
        entity: "product_category",
        fields: ["id", "name"],
        filters: q ? { q } : {},
        pagination: { take: limit, order: { name: "ASC" } },
      })
      return rows.map(({ id, name }) => ({ id, name }))
    },

    async categoryByHandle(handle) {
      const [row] = await graph({ entity: "product_category", fields: ["id"], filters: { handle } })
      return row ? row.id : null
    },

    keepFile: (file) => fileStore(container).keep(file, "public"),
    async keepPrivateFile(file) {
      const { id } = await fileStore(container).keep(file, "private")
      return { id }
    },
    readFile: (id) => fileStore(container).read(id),
    dropFile: (id) => fileStore(container).drop(id),

    promotions: promotionsOf(container),
    providedChannels: () => configuredChannels(container),
    notify: notifyBy(container),

    async mailedByStore(since) {
      const notifications = container.resolve(Modules.NOTIFICATION, { allowUnregistered: true }) as
        { listNotifications(filters: Row, config: Row): Promise<Row[]> } | undefined
      const mails = await notifications?.listNotifications(
        { channel: "email", created_at: { $gte: since } },
        { select: ["id", "template", "created_at"], take: 5000, order: { created_at: "DESC" } },
      )
      return { ...summaryOf(mails ?? []), listeners: foreignListeners(container) }
    },
  }
}

function linesOf(items: Row[] | null | undefined, idField: string): LineQuantity[] {
  return (items ?? [])
    .filter((item) => item?.[idField])
    .map((item) => ({ lineId: item[idField], quantity: quantity(item.quantity, item.raw_quantity) }))
}

const isWebUrl = (value: unknown): value is string => typeof value === "string" && /^https?:\/\//i.test(value)

function inviteOf(row: Row): ShopInvite {
  return {
    id: row.id,
    email: row.email,
    token: row.token,
    isAccepted: row.accepted === true,
    expiresAt: iso(row.expires_at),
    changedAt: iso(row.updated_at)!,
  }
}

function summaryOf(mails: Row[]) {
  const byTemplate = new Map<string, { template: string; count: number; lastAt: string }>()
  for (const mail of mails) {
    const template = mail.template ?? "(no template)"
    const known = byTemplate.get(template)
    // Newest first, so the first of a template has its latest time.
    byTemplate.set(template, {
      template,
      count: (known?.count ?? 0) + 1,
      lastAt: known?.lastAt ?? iso(mail.created_at)!,
    })
  }
  return { total: mails.length, templates: [...byTemplate.values()] }
}
