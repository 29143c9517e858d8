import { Button, Container, Text } from "@medusajs/ui"
import { useNavigate } from "react-router-dom"
import type { OutboxRow } from "../../parts/api/outbox"
import { MessageTable } from "../../parts/message-table"
import { saidName } from "../../parts/said"
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
      <Narrowed rows={outbox.data?.messages ?? []} search={search} setSearch={setSearch} />
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

type NarrowedProps = Props & { rows: OutboxRow[] }

/** Whoever came from a mailing or an order has a filter that no field shows: it is said, and one click ends it. */
function Narrowed({ rows, search, setSearch }: NarrowedProps) {
  const text = useText()
  const about = search.get("about")
  if (!about && !search.get("source_id")) return null
  const [row] = rows
  const source = row?.source_name
    ? text("outbox.onlyOf", { name: saidName(row.source_name, row.type) })
    : text("outbox.onlyOfOne")
  const showAll = () => {
    const next = new URLSearchParams(search)
    for (const key of ["about", "source_id"]) next.delete(key)
    setSearch(next)
  }
  return (
    <div className="flex flex-wrap items-center justify-between gap-2 px-6 py-2">
      <Text size="small" className="text-ui-fg-subtle min-w-0 truncate">
        {about ? text("outbox.onlyAbout", { id: about }) : source}
      </Text>
      <Button size="small" variant="transparent" onClick={showAll}>
        {text("outbox.showAll")}
      </Button>
    </div>
  )
}
