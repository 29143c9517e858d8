import { calculateAmountsWithTax, Modules } from "@medusajs/framework/utils"
import { decimal } from "./decimal"
import type { Row } from "./row"

type Container = { resolve(key: string): unknown }
type TaxModule = { getTaxLines(items: Row[], context: Row): Promise<Row[]> }

/** An amount (a decimal in major units) with the tax of this variant, unless it holds the tax already. */
export type TaxOf = (variant: Row, isInclusive: boolean | undefined, amount: string) => string

export const variantsOf = (product: Row): Row[] =>
  ((product.variants ?? []) as (Row | null)[]).filter((one) => one !== null)

export const isPriced = ({ calculated_price: price }: Row): boolean =>
  price?.calculated_amount !== null && price?.calculated_amount !== undefined

/**
 * The taxes of these products' priced variants in this country, as Medusa's cart and its Store API work them out; without a
 * country, or without a rate for it, amounts stay as they are.
 */
export async function taxesOf(container: Container, products: Row[], country: string | null): Promise<TaxOf> {
  const items = products.flatMap((product) =>
    variantsOf(product)
      .filter(isPriced)
      .map((one) => itemOf(product, one)),
  )
  if (country === null || items.length === 0) return (_variant, _isInclusive, amount) => amount
  const taxes = container.resolve(Modules.TAX) as TaxModule
  const lines = await taxes.getTaxLines(items, { address: { country_code: country.toLowerCase() } })
  return ({ id }, isInclusive, amount) => {
    const taxLines = lines.filter(({ line_item_id }) => line_item_id === id) as { rate: number }[]
    if (isInclusive || taxLines.length === 0) return amount
    return decimal(calculateAmountsWithTax({ taxLines, amount: Number(amount), includesTax: false }).priceWithTax)
  }
}

const itemOf = (product: Row, { id, calculated_price: price }: Row): Row => ({
  id,
  product_id: product.id,
  product_type_id: product.type_id,
  quantity: 1,
  unit_price: price.calculated_amount,
  currency_code: price.currency_code,
})
