import { randomBytes } from "node:crypto"
import { MedusaError } from "@medusajs/framework/utils"
import { pageOf } from "../../../core/reports/cursor"
import { supplierSchema, type SupplierInput } from "../../../core/suppliers/supplier"
import type { Database } from "../database"
import { pageStart } from "../page-start"
import {
  archiveSupplier,
  assignProducts,
  freeProducts,
  insertSupplier,
  selectSupplier,
  selectSupplierOfProduct,
  selectSupplierProducts,
  selectSuppliers,
  selectSuppliersOfProducts,
  updateSupplier,
  type ProductChoice,
  type SupplierProductRow,
  type SupplierRow,
} from "../sql/suppliers"

export type { SupplierRow, SupplierProductRow }

/** Whom the lines of an order are told to; what the notice needs of it. */
export type LineSupplier = Pick<SupplierRow, "id" | "name" | "emails" | "cc" | "locale" | "time_zone" | "hours">

const MOST_LISTED = 1_000

/** Who delivers what (F65): each product has at most one supplier. */
export class SupplierService {
  constructor(private readonly db: Database) {}

  /** By name; `q` looks into names and addresses. */
  async list(q: string | null = null): Promise<SupplierRow[]> {
    return this.db.query<SupplierRow>(selectSuppliers({ q: q?.trim() || null, limit: MOST_LISTED }))
  }

  /** Throws NOT_FOUND. */
  async get(id: string): Promise<SupplierRow> {
    const row = await this.find(id)
    if (!row) throw missing(id)
    return row
  }

  /** Null when it was deleted. */
  async find(id: string): Promise<SupplierRow | null> {
    const [row] = await this.db.query<SupplierRow>(selectSupplier(id))
    return row ?? null
  }

  /** INVALID_DATA names the field, or the name that is taken. */
  async create(input: SupplierInput): Promise<SupplierRow> {
    const id = `msup_${randomBytes(12).toString("hex")}`
    if ((await this.db.query(insertSupplier(id, input))).length === 0) throw taken(input.name)
    return this.get(id)
  }

  /** Only what is given changes. */
  async update(id: string, change: Partial<SupplierInput>): Promise<SupplierRow> {
    const { id: _id, products: _products, created_at: _made, updated_at: _changed, ...before } = await this.get(id)
    const after = supplierSchema.parse({ ...before, ...change })
    if ((await this.db.query(updateSupplier(id, after))).length === 0) throw taken(after.name)
    return this.get(id)
  }

  /** Its products are free afterwards; notices that went to it keep its name. */
  async remove(id: string): Promise<void> {
    if ((await this.db.query(archiveSupplier(id))).length === 0) throw missing(id)
  }

  async products(
    id: string,
    { cursor, limit }: { cursor?: string; limit: number },
  ): Promise<{ products: Omit<SupplierProductRow, "sort_title">[]; next_cursor: string | null }> {
    await this.get(id)
    const after = pageStart(cursor, ["text", "text"])
    const rows = await this.db.query<SupplierProductRow>(selectSupplierProducts(id, after, limit + 1))
    const { page, next_cursor } = pageOf(rows, limit, ({ sort_title, product_id }) => [sort_title, product_id])
    return { products: page.map(({ sort_title: _sort, ...product }) => product), next_cursor }
  }

  /** What belonged to another supplier moves to this one. */
  async assign(
    id: string,
    choice: ProductChoice,
    by: string | null = null,
  ): Promise<{ chosen: number; assigned: number; moved: number }> {
    await this.get(id)
    const [counts] = await this.db.query<{ chosen: number; assigned: number; moved: number }>(
      assignProducts(id, choice, by),
    )
    return counts!
  }

  async free(productIds: string[], supplierId: string | null = null): Promise<{ freed: number }> {
    return { freed: (await this.db.query(freeProducts(productIds, supplierId))).length }
  }

  /** Null for a product that nobody delivers. */
  async ofProduct(productId: string): Promise<SupplierRow | null> {
    const [row] = await this.db.query<SupplierRow>(selectSupplierOfProduct(productId))
    return row ?? null
  }

  /** By product id. */
  async ofProducts(productIds: string[]): Promise<Map<string, LineSupplier>> {
    if (productIds.length === 0) return new Map()
    const rows = await this.db.query<LineSupplier & { product_id: string }>(selectSuppliersOfProducts(productIds))
    return new Map(rows.map(({ product_id, ...supplier }) => [product_id, supplier]))
  }
}

const missing = (id: string) => new MedusaError(MedusaError.Types.NOT_FOUND, `There is no supplier "${id}".`)
const taken = (name: string) =>
  new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `name is "${name}": there is such a supplier already. Choose another name.`,
  )
