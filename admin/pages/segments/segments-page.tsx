import { Container, Tooltip } from "@medusajs/ui"
import { useNavigate } from "react-router-dom"
import type { Segment } from "../../parts/api/segments"
import { PageHead } from "../../parts/page-head"
import { PagedTable, type Column } from "../../parts/paged-table"
import { EmptyState, WhenRead } from "../../parts/states"
import { useFormat } from "../../parts/use-format"
import { useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"
import { CreateSegment } from "./create-segment"
import { UsedBy } from "./used-by"

/** Groups of people by rule or by hand, with how many are in each and what relies on it (F23). */
export default function SegmentsPage() {
  const text = useText()
  const navigate = useNavigate()
  const columns = useColumns()
  const read = useRead<{ segments: Segment[] }>("/segments")
  return (
    <div className="flex flex-col gap-y-3">
      <PageHead title={text("menu.segments")} hint={text("segments.hint")} actions={<CreateSegment />} />
      <Container className="divide-y overflow-hidden p-0">
        <WhenRead read={read}>
          {({ segments }) =>
            segments.length === 0 ? (
              <EmptyState title={text("segments.empty")} hint={text("segments.emptyHint")} action={<CreateSegment />} />
            ) : (
              <PagedTable
                rows={segments}
                keyOf={(segment) => segment.id}
                onRow={(segment) => navigate(`/mailroom/segments/${segment.id}`)}
                columns={columns}
              />
            )
          }
        </WhenRead>
      </Container>
    </div>
  )
}

function useColumns(): Column<Segment>[] {
  const text = useText()
  const format = useFormat()
  return [
    {
      key: "name",
      head: text("segments.name"),
      width: "max-w-[320px] truncate",
      cell: (segment) => <span className="text-ui-fg-base">{segment.name}</span>,
    },
    { key: "kind", head: text("segments.kind"), cell: (segment) => text(`segments.kinds.${segment.kind}`) },
    { key: "people", head: text("segments.people"), align: "right", cell: (segment) => <Count segment={segment} /> },
    {
      key: "used",
      head: text("segments.usedBy"),
      cell: (segment) => (segment.used_by.length > 0 ? <UsedBy users={segment.used_by} /> : "–"),
    },
    { key: "changed", head: text("segments.changed"), cell: (segment) => format.ago(segment.updated_at) },
  ]
}

/** Young enough to be shown as it is; the night counts all of them, but a first import fills a shop by day. */
const FRESH_MS = 10 * 60_000

/** One that was never counted, or a while ago, is counted now, by itself: the list does not wait for it. */
function Count({ segment }: { segment: Segment }) {
  const text = useText()
  const format = useFormat()
  const isCounted = segment.counted_at !== null
  const counted = useRead<{ count: number | null }>(`/segments/${segment.id}/count`, { enabled: isWanted(segment) })
  const members = counted.data?.count ?? segment.members
  if (!isCounted && counted.isPending) return <>{text("segments.counting")}</>
  if (members === null || members === undefined)
    return <>{text(counted.error ? "segments.notCounted" : "segments.takesTooLong")}</>
  if (!segment.counted_at || typeof counted.data?.count === "number") return <>{format.number(members)}</>
  return (
    <Tooltip content={format.dateTime(segment.counted_at)}>
      <span>{format.number(members)}</span>
    </Tooltip>
  )
}

/** What took too long once is left to the night. */
function isWanted({ counted_at: at, takes_too_long: isSlow }: Segment): boolean {
  return at === null || (!isSlow && Date.now() - new Date(at).getTime() > FRESH_MS)
}
