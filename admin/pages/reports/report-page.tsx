import { Button, Container, Text } from "@medusajs/ui"
import { Link, useParams } from "react-router-dom"
import type { Breakdown, Report } from "../../parts/api/reports"
import { PageHead } from "../../parts/page-head"
import { EmptyState, LoadingPage, WhenRead } from "../../parts/states"
import { useFormat } from "../../parts/use-format"
import { useRead } from "../../parts/use-mailroom"
import { useText, useWord } from "../../parts/use-text"
import { AbResultCard } from "../newsletters/ab-result-card"
import { VersionsCard } from "../newsletters/dispatch-versions"
import { AdviceCard } from "./advice-card"
import { CompareCard } from "./compare-card"
import { ControlCard } from "./control-card"
import { DevicesCard } from "./devices-card"
import { DomainsCard } from "./domains-card"
import { LinksTable } from "./links-table"
import { PollsCard } from "./polls-card"
import { ReasonsCard } from "./reasons-card"
import { RecipientsCard } from "./recipients-card"
import { FunnelCard } from "./funnel-card"
import { ReportFigures } from "./report-figures"
import { RevenueCard } from "./revenue-card"
import { StepsCard } from "./steps-card"
import { TimeCard } from "./time-card"
import { saidName } from "../../parts/said"

const MOVING = ["planning", "sending", "paused"]

/** One dispatch: its figures, what kept people from getting it, its links, and every recipient. */
export default function ReportPage() {
  const { id = "" } = useParams()
  const report = useRead<{ report: Report }>(`/reports/${id}`, { refreshMs: 5_000 })
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
  const isMoving = MOVING.includes(report.state)
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
      <div className="grid grid-cols-1 items-start gap-3 xl:grid-cols-2">
        <FunnelCard report={report} />
        <RevenueCard report={report} />
      </div>
      {report.steps.length > 0 && <StepsCard report={report} />}
      {isMailing && <AbResultCard mailingId={report.source_id} isOver={!isMoving} />}
      {isMailing && <VersionsCard mailingId={report.source_id} isMoving={isMoving} />}
      <PollsCard sourceId={report.source_id} />
      <TimeCard report={report} />
      {report.breakdown ? <Counted report={report} breakdown={report.breakdown} /> : <Counting />}
      <CompareCard report={report} />
      <RecipientsCard sourceId={report.source_id} isMailing={isMailing} steps={report.steps} />
    </div>
  )
}

/** What the ledger says beside the counters, as of its last count. */
function Counted({ report, breakdown }: { report: Report; breakdown: Breakdown }) {
  const text = useText()
  const format = useFormat()
  return (
    <>
      {breakdown.control && <ControlCard control={breakdown.control} />}
      <div className="grid grid-cols-1 items-start gap-3 xl:grid-cols-2">
        <ReasonsCard breakdown={breakdown} />
        <LinksTable breakdown={breakdown} />
        <DomainsCard report={report} breakdown={breakdown} />
        <DevicesCard breakdown={breakdown} />
      </div>
      <Text size="xsmall" className="text-ui-fg-muted px-1">
        {text("reports.countedAt", { at: format.dateTime(breakdown.counted_at) })}
      </Text>
    </>
  )
}

function Counting() {
  const text = useText()
  return (
    <Container className="p-0">
      <EmptyState title={text("reports.counting")} hint={text("reports.countingHint")} />
    </Container>
  )
}
