import { Button, Table, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useText } from "./use-text"

export type Column<T> = {
  key: string
  head: ReactNode
  align?: "right"
  /** Narrow columns do not wrap; the wide one takes the rest. */
  width?: string
  cell: (row: T) => ReactNode
}

type Props<T> = {
  columns: Column<T>[]
  rows: T[]
  keyOf: (row: T) => string
  onRow?: (row: T) => void
  isStale?: boolean
  pages?: Pages
}

export type Pages = { canPrevious: boolean; canNext: boolean; previous: () => void; next: () => void; page: number }

/** A table of Medusa's look with keyset paging: no total, so that a million rows page as quickly as ten. */
export function PagedTable<T>({ columns, rows, keyOf, onRow, isStale, pages }: Props<T>) {
  return (
    <>
      <div className={`overflow-x-auto ${isStale ? "opacity-60" : ""}`}>
        <Table className="min-w-full">
          <Table.Header>
            <Table.Row>
              {columns.map((column) => (
                <Table.HeaderCell key={column.key} className={alignment(column)}>
                  {column.head}
                </Table.HeaderCell>
              ))}
            </Table.Row>
          </Table.Header>
          <Table.Body>
            {rows.map((row) => (
              <Table.Row key={keyOf(row)} {...clickable(onRow && (() => onRow(row)))}>
                {columns.map((column) => (
                  <Table.Cell key={column.key} className={`${alignment(column)} ${column.width ?? ""}`}>
                    {column.cell(row)}
                  </Table.Cell>
                ))}
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      </div>
      {pages && (pages.canNext || pages.canPrevious) && <PageButtons pages={pages} />}
    </>
  )
}

function PageButtons({ pages }: { pages: Pages }) {
  const text = useText()
  return (
    <div className="flex items-center justify-between px-6 py-3">
      <Text size="small" className="text-ui-fg-subtle">
        {text("common.page", { page: pages.page })}
      </Text>
      <div className="flex gap-x-2">
        <Button size="small" variant="transparent" disabled={!pages.canPrevious} onClick={pages.previous}>
          {text("common.previous")}
        </Button>
        <Button size="small" variant="transparent" disabled={!pages.canNext} onClick={pages.next}>
          {text("common.next")}
        </Button>
      </div>
    </div>
  )
}

/** A row that opens something is also opened by Enter. */
function clickable(open?: () => void) {
  if (!open) return {}
  return {
    className: "cursor-pointer",
    tabIndex: 0,
    onClick: open,
    onKeyDown: (event: { key: string }) => {
      if (event.key === "Enter") open()
    },
  }
}

function alignment(column: { align?: "right" }): string {
  return column.align === "right" ? "text-right" : ""
}
