import { XMarkMini } from "@medusajs/icons"
import { IconButton, Text } from "@medusajs/ui"
import { useState } from "react"
import { Link } from "react-router-dom"
import { ActionButton } from "../../parts/action-button"
import type { Supplier, SupplierProduct } from "../../parts/api/actions"
import { PagedTable, type Column } from "../../parts/paged-table"
import { Section } from "../../parts/section"
import { EmptyState, WhenRead } from "../../parts/states"
import { useChange, useRead } from "../../parts/use-mailroom"
import { usePages } from "../../parts/use-pages"
import { useRights } from "../../parts/use-rights"
import { useText } from "../../parts/use-text"
import { AssignDrawer } from "./assign-drawer"

type Page = { products: SupplierProduct[]; next_cursor: string | null }

/** What a supplier delivers, page by page; many are assigned at once, one is taken away by its line. */
export function SupplierProducts({ supplier }: { supplier: Supplier }) {
  const text = useText()
  const [isAssigning, setAssigning] = useState(false)
  const { cursor, pages } = usePages(supplier.id)
  const read = useRead<Page>(`/suppliers/${supplier.id}/products`, { query: { cursor, limit: 25 } })
  const columns = useColumns(supplier)
  const assignButton = (
    <ActionButton needs="edit" onClick={() => setAssigning(true)}>
      {text("suppliers.assign")}
    </ActionButton>
  )
  return (
    <Section title={text("suppliers.products", { count: supplier.products })} actions={assignButton}>
      <WhenRead read={read}>
        {({ products, next_cursor: next }) =>
          products.length === 0 ? (
            <EmptyState
              title={text("suppliers.noProducts")}
              hint={text("suppliers.noProductsHint")}
              action={assignButton}
            />
          ) : (
            <PagedTable
              rows={products}
              keyOf={({ product_id: id }) => id}
              columns={columns}
              isStale={read.isPlaceholderData}
              pages={pages(next)}
            />
          )
        }
      </WhenRead>
      {isAssigning && <AssignDrawer supplierId={supplier.id} onClose={() => setAssigning(false)} />}
    </Section>
  )
}

function useColumns(supplier: Supplier): Column<SupplierProduct>[] {
  const text = useText()
  return [
    {
      key: "title",
      head: text("suppliers.name"),
      cell: ({ product_id: id, title, thumbnail }) => (
        <span className="flex items-center gap-x-3">
          {thumbnail && <img src={thumbnail} alt="" className="size-7 rounded object-cover" />}
          <Link to={`/products/${id}`} className="hover:text-ui-fg-interactive">
            {title ?? id}
          </Link>
          {title === null && (
            <Text size="xsmall" className="text-ui-fg-muted">
              {text("suppliers.unknownProduct")}
            </Text>
          )}
        </span>
      ),
    },
    { key: "free", head: "", align: "right", cell: (product) => <Free supplier={supplier} product={product} /> },
  ]
}

function Free({ supplier, product }: { supplier: Supplier; product: SupplierProduct }) {
  const text = useText()
  const rights = useRights()
  const free = useChange<{ ids: string[] }>(`/suppliers/${supplier.id}/free-products`)
  return (
    <IconButton
      size="2xsmall"
      variant="transparent"
      disabled={!rights.edit || free.isPending}
      aria-label={text("suppliers.free", { name: product.title ?? product.product_id })}
      onClick={() => free.mutate({ ids: [product.product_id] })}
    >
      <XMarkMini />
    </IconButton>
  )
}
