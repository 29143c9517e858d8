import { Text } from "@medusajs/ui"
import { funnelOf } from "../../../src/core/reports/funnel"
import type { Report } from "../../parts/api/reports"
import { Count } from "../../parts/figure"
import { Section } from "../../parts/section"
import { useFormat } from "../../parts/use-format"
import { useText } from "../../parts/use-text"

/** From those it was planned for to those who ordered: how many are left at each stage. */
export function FunnelCard({ report }: { report: Report }) {
  const text = useText()
  const format = useFormat()
  const orders = report.revenue.amounts.reduce((sum, one) => sum + one.orders, 0)
  const stages = funnelOf({ ...report, delivered: report.breakdown?.delivered ?? null }, report.revenue.rule.by, orders)
  return (
    <Section
      title={text("reports.funnel")}
      hint={text("reports.funnelHint", { tracked: format.number(report.tracked) })}
    >
      <ol className="flex flex-col gap-y-3 px-6 py-4">
        {stages.map(({ stage, count, share }) => (
          <li key={stage}>
            <div className="flex items-baseline justify-between gap-x-4">
              <Text size="small">{text(`reports.stage.${stage}`)}</Text>
              <Text size="small" weight="plus">
                <Count value={count} why={text(`reports.stageUnknown.${stage}`)} />
                {share !== null && <span className="text-ui-fg-muted"> · {format.percent(share)}</span>}
              </Text>
            </div>
            <div className="bg-ui-bg-subtle mt-1 h-2 overflow-hidden rounded-full">
              <div className="bg-ui-tag-blue-icon h-full rounded-full" style={{ width: `${(share ?? 0) * 100}%` }} />
            </div>
          </li>
        ))}
      </ol>
    </Section>
  )
}
