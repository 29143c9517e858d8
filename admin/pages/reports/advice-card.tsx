import { Copy, Text } from "@medusajs/ui"
import type { Report } from "../../parts/api/reports"
import { Section } from "../../parts/section"
import { useText } from "../../parts/use-text"

/** When servers refused the mail as spam: a text that the shop can send to the people concerned. */
export function AdviceCard({ report }: { report: Report }) {
  const text = useText()
  if (!report.advice) return null
  return (
    <Section
      title={text("reports.advice")}
      hint={text("reports.adviceHint")}
      actions={<Copy content={report.advice} />}
    >
      <Text size="small" className="whitespace-pre-line px-6 py-4">
        {report.advice}
      </Text>
    </Section>
  )
}
