import { Container, Input } from "@medusajs/ui"
import { useState } from "react"
import { useNavigate } from "react-router-dom"
import { ActionButton } from "../../parts/action-button"
import { ActionTabs } from "../../parts/action-tabs"
import type { Supplier } from "../../parts/api/actions"
import { PageHead } from "../../parts/page-head"
import { PagedTable, type Column } from "../../parts/paged-table"
import { EmptyState, WhenRead } from "../../parts/states"
import { useFormat } from "../../parts/use-format"
import { useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"
import { useWindowSaid } from "../../parts/use-window"
import { SupplierDrawer } from "./supplier-drawer"

/** Who delivers what (F65). */
export default function SuppliersPage() {
  const text = useText()
  const navigate = useNavigate()
  const [isNew, setNew] = useState(false)
  const [q, setQ] = useState("")
  const read = useRead<{ suppliers: Supplier[] }>("/suppliers", { query: { q: q.trim() } })
  const columns = useColumns()
  const open = ({ id }: { id: string }) => navigate(`/mailroom/suppliers/${id}`)
  const addButton = (
    <ActionButton needs="edit" variant="primary" onClick={() => setNew(true)}>
      {text("suppliers.add")}
    </ActionButton>
  )
  return (
    <div className="flex flex-col gap-y-3">
      <ActionTabs />
      <PageHead title={text("suppliers.title")} hint={text("suppliers.hint")} actions={addButton} />
      <Container className="divide-y overflow-hidden p-0">
        <div className="max-w-xs px-6 py-4">
          <Input
            type="search"
            size="small"
            aria-label={text("suppliers.search")}
            placeholder={text("suppliers.search")}
            value={q}
            onChange={(event) => setQ(event.target.value)}
          />
        </div>
        <WhenRead read={read}>
          {({ suppliers }) =>
            suppliers.length > 0 ? (
              <PagedTable
                rows={suppliers}
                keyOf={({ id }) => id}
                onRow={open}
                isStale={read.isPlaceholderData}
                columns={columns}
              />
            ) : (
              <EmptyState
                title={text("suppliers.empty")}
                hint={text(q.trim() ? "suppliers.noneFound" : "suppliers.emptyHint")}
                action={addButton}
              />
            )
          }
        </WhenRead>
      </Container>
      {isNew && <SupplierDrawer supplier={null} onClose={() => setNew(false)} onSaved={open} />}
    </div>
  )
}

function useColumns(): Column<Supplier>[] {
  const text = useText()
  const format = useFormat()
  const windowSaid = useWindowSaid()
  return [
    {
      key: "name",
      head: text("suppliers.name"),
      cell: (supplier) => <span className="text-ui-fg-base whitespace-nowrap">{supplier.name}</span>,
    },
    {
      key: "emails",
      head: text("suppliers.emails"),
      width: "max-w-[280px] truncate",
      cell: (supplier) => supplier.emails.join(", "),
    },
    {
      key: "language",
      head: text("suppliers.language"),
      cell: (supplier) => (supplier.locale ? format.language(supplier.locale) : "–"),
    },
    {
      key: "hours",
      head: text("suppliers.hours"),
      cell: (supplier) => (supplier.hours ? windowSaid(supplier.hours) : text("suppliers.anyTime")),
    },
    {
      key: "products",
      head: text("suppliers.products"),
      align: "right",
      cell: (supplier) => format.number(supplier.products),
    },
  ]
}
