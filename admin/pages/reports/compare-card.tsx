import { Text } from "@medusajs/ui"
import { useState } from "react"
import { abVerdict } from "../../../src/core/mailings/ab-verdict"
import type { Report, ReportLine } from "../../parts/api/reports"
import { Choice } from "../../parts/choice"
import { Count, Explained } from "../../parts/figure"
import { PagedTable } from "../../parts/paged-table"
import { saidName } from "../../parts/said"
import { Section } from "../../parts/section"
import { useFormat } from "../../parts/use-format"
import { useRead } from "../../parts/use-mailroom"
import { useText, type TextKey } from "../../parts/use-text"

const NOTHING = "nothing"

/** Hits of people for one figure; null where it is unknown. */
type Part = {
  key: string
  label: TextKey
  hint: TextKey
  of: (line: ReportLine) => [hits: number | null, people: number]
}

const PARTS: Part[] = [
  { key: "open", label: "reports.open", hint: "reports.openHint", of: (line) => [line.open, line.tracked] },
  { key: "click", label: "reports.click", hint: "reports.clickHint", of: (line) => [line.click, line.tracked] },
  {
    key: "unsubscribed",
    label: "reports.unsubscribed",
    hint: "reports.unsubscribedHint",
    of: (line) => [line.unsubscribed, line.sent],
  },
  {
    key: "blocked",
    label: "reports.blockedSpam",
    hint: "reports.blockedSpamHint",
    of: (line) => [line.blocked_spam, line.sent],
  },
]

/** Two dispatches side by side, and whether their difference says anything. */
export function CompareCard({ report }: { report: Report }) {
  const text = useText()
  const [chosen, choose] = useState(NOTHING)
  const lines = useRead<{ reports: ReportLine[] }>("/reports", { query: { limit: 50 } })
  const others = (lines.data?.reports ?? []).filter(({ source_id, sent }) => source_id !== report.source_id && sent > 0)
  const other = others.find(({ source_id }) => source_id === chosen)
  if (others.length === 0) return null
  return (
    <Section
      title={text("reports.compare")}
      hint={text("reports.compareHint")}
      actions={
        <div className="w-72">
          <Choice
            size="small"
            label={text("reports.compareWith")}
            value={chosen}
            onChange={choose}
            options={[
              { value: NOTHING, label: text("reports.compareNone") },
              ...others.map((line) => ({ value: line.source_id, label: saidName(line.name, line.kind) })),
            ]}
          />
        </div>
      }
    >
      {other && <Compared one={report} other={other} />}
    </Section>
  )
}

function Compared({ one, other }: { one: ReportLine; other: ReportLine }) {
  const text = useText()
  return (
    <PagedTable
      rows={PARTS}
      keyOf={({ key }) => key}
      columns={[
        {
          key: "figure",
          head: text("reports.compareFigure"),
          cell: ({ label, hint }) => <Explained label={text(label)} hint={text(hint)} />,
        },
        {
          key: "one",
          head: saidName(one.name, one.kind),
          align: "right",
          cell: (part) => <Rate part={part} line={one} />,
        },
        {
          key: "other",
          head: saidName(other.name, other.kind),
          align: "right",
          cell: (part) => <Rate part={part} line={other} />,
        },
        { key: "chance", head: text("reports.compareChance"), cell: (part) => text(verdictOf(part, one, other)) },
      ]}
    />
  )
}

function Rate({ part, line }: { part: Part; line: ReportLine }) {
  const format = useFormat()
  const [hits, people] = part.of(line)
  if (hits === null || people === 0) return <Count value={null} />
  return (
    <Text as="span" size="small" className="whitespace-nowrap tabular-nums">
      {format.percent(hits / people)} ({format.number(hits)} / {format.number(people)})
    </Text>
  )
}

function verdictOf(part: Part, one: ReportLine, other: ReportLine): TextKey {
  const figures = [one, other].map((line, at) => {
    const [hits, people] = part.of(line)
    return { variant: at + 1, people, hits: hits ?? 0 }
  })
  const { kind } = abVerdict(figures, "people")
  if (kind === "too_few") return "reports.compareTooFew"
  return kind === "winner" ? "reports.compareIsReal" : "reports.compareMayBeChance"
}
