import { Badge, Text } from "@medusajs/ui"
import type { OutboxRow } from "./api/outbox"
import { MessageBadge } from "./badges"
import { Explained } from "./figure"
import { PagedTable, type Column, type Pages } from "./paged-table"
import { Star } from "./star"
import { useFormat } from "./use-format"
import { useText, useWord } from "./use-text"

type Props = {
  rows: OutboxRow[]
  onOpen: (row: OutboxRow) => void
  pages?: Pages
  isStale?: boolean
  /** On a person's or an order's page the recipient goes without saying. */
  withRecipient?: boolean
  /** Beside the facts of an order there is no room for it; recipient and subject tell. */
  withType?: boolean
}

/** Messages as the Outbox, the customer page and the order page list them. */
export function MessageTable({ rows, onOpen, pages, isStale, withRecipient = true, withType = true }: Props) {
  const left = [!withRecipient && "to", !withType && "type"]
  const columns = useColumns(withType).filter(({ key }) => !left.includes(key))
  return (
    <PagedTable rows={rows} keyOf={(row) => row.id} onRow={onOpen} pages={pages} isStale={isStale} columns={columns} />
  )
}

function useColumns(isWide: boolean): Column<OutboxRow>[] {
  const text = useText()
  const word = useWord()
  const format = useFormat()
  return [
    {
      key: "star",
      head: <Explained label={text("star.legend")} hint={text("star.legendHint")} />,
      cell: (row) => <Star facts={row.star} />,
    },
    {
      key: "to",
      head: text("outbox.to"),
      width: "max-w-[240px] truncate",
      cell: (row) => <span title={row.to ?? undefined}>{row.to ?? text("outbox.erased")}</span>,
    },
    {
      key: "subject",
      head: text("outbox.subject"),
      width: isWide ? "max-w-[360px] truncate" : "max-w-[180px] truncate",
      cell: (row) => (
        <span className="text-ui-fg-base" title={row.subject ?? undefined}>
          {row.subject ?? row.source_name ?? text("common.noSubject")}
        </span>
      ),
    },
    {
      key: "type",
      head: text("outbox.type"),
      cell: (row) => (
        <Badge size="2xsmall" className="whitespace-nowrap">
          {word("words.kind", row.type)}
        </Badge>
      ),
    },
    {
      key: "status",
      head: text("outbox.status"),
      cell: (row) => <MessageBadge status={row.shown_status} reason={row.reason} />,
    },
    {
      key: "when",
      head: text("outbox.when"),
      cell: (row) => (
        <Text size="small" className="text-ui-fg-subtle whitespace-nowrap" title={format.dateTime(row.planned_at)}>
          {format.ago(row.settled_at ?? row.planned_at)}
        </Text>
      ),
    },
  ]
}
