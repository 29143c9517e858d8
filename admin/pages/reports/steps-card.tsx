import { useNavigate } from "react-router-dom"
import type { Report } from "../../parts/api/reports"
import { Explained } from "../../parts/figure"
import { PagedTable } from "../../parts/paged-table"
import { Section } from "../../parts/section"
import { useFormat } from "../../parts/use-format"
import { useText } from "../../parts/use-text"
import { useReportColumns } from "./report-columns"
import { useStepLines } from "./step-lines"

/** The mails of each step of an automation, with the figures of the whole; a step opens its recipients. */
export function StepsCard({ report }: { report: Report }) {
  const text = useText()
  const format = useFormat()
  const navigate = useNavigate()
  const linesOf = useStepLines()
  const columns = useReportColumns().filter(({ key }) => key !== "kind" && key !== "created")
  const earned = new Map(linesOf(report).map((line, n) => [line.source_id, report.steps[n]!.revenue]))
  return (
    <Section title={text("reports.steps")} hint={text("reports.stepsHint")}>
      <PagedTable
        rows={linesOf(report)}
        keyOf={(line) => line.source_id}
        onRow={(line) => navigate(`/mailroom/reports/${line.source_id}`, { preventScrollReset: true })}
        columns={[
          ...columns,
          {
            key: "revenue",
            head: <Explained label={text("reports.revenue")} hint={text("reports.revenueHint")} />,
            align: "right",
            cell: (line) =>
              earned
                .get(line.source_id)!
                .map(({ currency, net }) => format.money(Number(net), currency))
                .join(" · ") || "–",
          },
        ]}
      />
    </Section>
  )
}
