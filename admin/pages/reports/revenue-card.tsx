import { Heading, Text } from "@medusajs/ui"
import type { Report } from "../../parts/api/reports"
import { Section } from "../../parts/section"
import { useFormat } from "../../parts/use-format"
import { useText } from "../../parts/use-text"

/** What it has earned, by the rule that was chosen for it (F44). */
export function RevenueCard({ report: { revenue } }: { report: Report }) {
  const text = useText()
  const format = useFormat()
  const { rule, amounts } = revenue
  return (
    <Section title={text("reports.revenue")} hint={text("reports.revenueHint")}>
      <div className="flex flex-col gap-y-2 px-6 py-4">
        {amounts.length > 0 && (
          <div className="flex flex-wrap gap-x-10 gap-y-2">
            {amounts.map(({ currency, orders, net }) => (
              <div key={currency}>
                <Heading level="h2" className="text-2xl tabular-nums">
                  {format.money(Number(net), currency)}
                </Heading>
                <Text size="small" className="text-ui-fg-subtle">
                  {text("reports.orders", { count: orders, n: format.number(orders) })}
                </Text>
              </div>
            ))}
          </div>
        )}
        {amounts.length === 0 && rule.by !== "none" && <Text size="small">{text("reports.revenueEmpty")}</Text>}
        <Text size="small" className="text-ui-fg-subtle">
          {text(`reports.revenueRule.${rule.by}`, wordsOf(rule, format.day))}
        </Text>
      </div>
    </Section>
  )
}

function wordsOf(rule: Report["revenue"]["rule"], day: (iso: string) => string): Record<string, string | number> {
  if (rule.by === "click") return { days: rule.days }
  return rule.by === "range" ? { from: day(rule.from), to: day(rule.to) } : {}
}
