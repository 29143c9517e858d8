import { Badge, Button } from "@medusajs/ui"
import { Link, useNavigate } from "react-router-dom"
import type { ReportLine } from "../../parts/api/reports"
import { Count, Explained, Share } from "../../parts/figure"
import { PagedTable } from "../../parts/paged-table"
import { Section } from "../../parts/section"
import { EmptyState } from "../../parts/states"
import { useFormat } from "../../parts/use-format"
import { useText, useWord } from "../../parts/use-text"
import { saidName } from "../../parts/said"

/** The latest dispatches and their figures, which move while the page is open (F42). */
export function DispatchesCard({ dispatches }: { dispatches: ReportLine[] }) {
  const text = useText()
  return (
    <Section
      title={text("overview.dispatches")}
      hint={text("overview.dispatchesHint")}
      actions={
        <Button size="small" variant="secondary" asChild>
          <Link to="/mailroom/reports">{text("overview.allReports")}</Link>
        </Button>
      }
    >
      {dispatches.length === 0 ? (
        <EmptyState title={text("overview.noDispatches")} hint={text("overview.noDispatchesHint")} />
      ) : (
        <DispatchTable dispatches={dispatches} />
      )}
    </Section>
  )
}

function DispatchTable({ dispatches }: { dispatches: ReportLine[] }) {
  const text = useText()
  const word = useWord()
  const format = useFormat()
  const navigate = useNavigate()
  return (
    <PagedTable
      rows={dispatches}
      keyOf={(line) => line.source_id}
      onRow={(line) => navigate(`/mailroom/reports/${line.source_id}`)}
      columns={[
        {
          key: "name",
          head: text("reports.name"),
          width: "max-w-[320px] truncate",
          cell: (line) => <span className="text-ui-fg-base">{saidName(line.name, line.kind)}</span>,
        },
        {
          key: "kind",
          head: text("reports.kind"),
          cell: (line) => <Badge size="2xsmall">{word("words.kind", line.kind)}</Badge>,
        },
        {
          key: "created",
          head: text("reports.created"),
          cell: (line) => (line.created_at ? format.ago(line.created_at) : text("common.never")),
        },
        { key: "sent", head: text("reports.sent"), align: "right", cell: (line) => <Count value={line.sent} /> },
        { key: "open", head: text("reports.open"), align: "right", cell: (line) => <Count value={line.open} /> },
        {
          key: "rate",
          head: <Explained label={text("reports.openRate")} hint={text("reports.openRateHint")} />,
          align: "right",
          cell: (line) => <Share value={line.open_rate} />,
        },
        {
          key: "unsubscribed",
          head: text("reports.unsubscribed"),
          align: "right",
          cell: (line) => <Count value={line.unsubscribed} />,
        },
      ]}
    />
  )
}
