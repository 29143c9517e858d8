import { Text } from "@medusajs/ui"
import type { Breakdown } from "../../parts/api/reports"
import { Count } from "../../parts/figure"
import { Section } from "../../parts/section"
import { useText, useWord } from "../../parts/use-text"
import { said } from "../../parts/said"

const STATUSES = ["sent", "queued", "held", "in_doubt", "failed", "dropped", "expired", "cancelled"] as const

/** Everybody has exactly one outcome; those who got nothing, with the reason. */
export function ReasonsCard({ breakdown: report }: { breakdown: Breakdown }) {
  const text = useText()
  const word = useWord()
  const statuses = STATUSES.filter((status) => status === "sent" || report.statuses[status] > 0)
  return (
    <Section title={text("reports.outcomes")} hint={text("reports.outcomesHint")}>
      <ul className="flex flex-col gap-y-2 px-6 py-4">
        {statuses.map((status) => (
          <Line key={status} label={word("words.status", status)} count={report.statuses[status] ?? 0} />
        ))}
      </ul>
      {report.reasons.length > 0 && (
        <ul className="flex flex-col gap-y-2 px-6 py-4">
          {report.reasons.map((reason) => (
            <Line
              key={reason.reason}
              label={reason.sentence ? said(reason.sentence) : word("words.reason", reason.reason)}
              count={reason.count}
            />
          ))}
        </ul>
      )}
    </Section>
  )
}

function Line({ label, count }: { label: string; count: number }) {
  return (
    <li className="flex items-baseline justify-between gap-x-4">
      <Text size="small">{label}</Text>
      <Text size="small" weight="plus">
        <Count value={count} />
      </Text>
    </li>
  )
}
