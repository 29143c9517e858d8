import { Container } from "@medusajs/ui"
import { useNavigate } from "react-router-dom"
import type { OutboxRow } from "../../parts/api/outbox"
import { MessageTable } from "../../parts/message-table"
import { EmptyState, LoadingRows, WhenRead } from "../../parts/states"
import { useRead } from "../../parts/use-mailroom"
import { usePages } from "../../parts/use-pages"
import { useText } from "../../parts/use-text"
import { FILTER_KEYS, OutboxFilters } from "./outbox-filters"

type Props = { search: URLSearchParams; setSearch: (search: URLSearchParams) => void }

/** The filters live in the address bar, so that a view can be bookmarked and the way back works. */
export function OutboxList({ search, setSearch }: Props) {
  const text = useText()
  const navigate = useNavigate()
  const filter = Object.fromEntries(FILTER_KEYS.map((key) => [key, search.get(key) ?? ""]))
  const { cursor, pages } = usePages(JSON.stringify(filter))
  const outbox = useRead<{ messages: OutboxRow[]; next_cursor: string | null }>("/outbox", {
    query: { ...filter, cursor, limit: 25 },
    refreshMs: 10_000,
  })
  const isFiltered = Object.values(filter).some(Boolean)
  return (
    <Container className="divide-y overflow-hidden p-0">
      <OutboxFilters search={search} setSearch={setSearch} />
      <WhenRead read={outbox} loading={<LoadingRows rows={8} />}>
        {(data) =>
          data.messages.length === 0 ? (
            <EmptyState
              title={text(isFiltered ? "outbox.nothingFound" : "outbox.empty")}
              hint={text(isFiltered ? "outbox.nothingFoundHint" : "outbox.emptyHint")}
            />
          ) : (
            <MessageTable
              rows={data.messages}
              onOpen={(row) => navigate(`/mailroom/outbox/${row.id}`)}
              pages={pages(data.next_cursor)}
              isStale={outbox.isPlaceholderData}
            />
          )
        }
      </WhenRead>
    </Container>
  )
}
