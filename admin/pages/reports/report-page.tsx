import { Button } from "@medusajs/ui"
import { Link, useParams } from "react-router-dom"
import type { Report } from "../../parts/api/reports"
import { PageHead } from "../../parts/page-head"
import { LoadingPage, WhenRead } from "../../parts/states"
import { useFormat } from "../../parts/use-format"
import { useRead } from "../../parts/use-mailroom"
import { useText, useWord } from "../../parts/use-text"
import { AdviceCard } from "./advice-card"
import { DomainsCard } from "./domains-card"
import { LinksTable } from "./links-table"
import { ReasonsCard } from "./reasons-card"
import { RecipientsCard } from "./recipients-card"
import { ReportFigures } from "./report-figures"
import { RevenueCard } from "./revenue-card"
import { TimeCard } from "./time-card"
import { saidName } from "../../parts/said"

/** One dispatch: its figures, what kept people from getting it, its links, and every recipient. */
export default function ReportPage() {
  const { id = "" } = useParams()
  const report = useRead<{ report: Report }>(`/reports/${id}`, { refreshMs: 10_000 })
  return (
    <WhenRead read={report} loading={<LoadingPage cards={3} />}>
      {(data) => <ReportView report={data.report} />}
    </WhenRead>
  )
}

function ReportView({ report }: { report: Report }) {
  const text = useText()
  const word = useWord()
  const format = useFormat()
  const isMailing = ["newsletter", "targeted", "serial", "mailout"].includes(report.kind)
  return (
    <div className="flex flex-col gap-y-3">
      <PageHead
        back={{ to: "/mailroom/reports", label: text("menu.reports") }}
        title={saidName(report.name, report.kind)}
        hint={[
          word("words.kind", report.kind),
          report.created_at
            ? text("reports.since", { at: format.dateTime(report.created_at) })
            : text("reports.nothingYet"),
        ].join(" · ")}
        actions={
          isMailing && (
            <Button size="small" variant="secondary" asChild>
              <Link to={`/mailroom/newsletters/${report.source_id}`}>{text("reports.toMailing")}</Link>
            </Button>
          )
        }
      />
      <ReportFigures report={report} />
      <AdviceCard report={report} />
      <RevenueCard report={report} />
      <TimeCard report={report} />
      <div className="grid grid-cols-1 items-start gap-3 xl:grid-cols-2">
        <ReasonsCard report={report} />
        <LinksTable report={report} />
      </div>
      <DomainsCard report={report} />
      <RecipientsCard sourceId={report.source_id} />
    </div>
  )
}
