import { Button, Container, Text } from "@medusajs/ui"
import { useState } from "react"
import { Link } from "react-router-dom"
import type { Overview } from "../../parts/api/readiness"
import type { ReportLine } from "../../parts/api/reports"
import { Choice } from "../../parts/choice"
import { Count, Explained, Share } from "../../parts/figure"
import { saidName } from "../../parts/said"
import { useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"

/** In Medusa's order list: one of the latest dispatches, its figures moving (F42). Nothing until something was sent. */
export function DispatchFigures() {
  const text = useText()
  const [chosen, setChosen] = useState<string | null>(null)
  const overview = useRead<Overview>("/overview", { refreshMs: 5_000 })
  const dispatches = overview.data?.dispatches ?? []
  const shown = dispatches.find((line) => line.source_id === chosen) ?? dispatches.at(0)
  if (!shown) return null
  return (
    <Container className="flex flex-wrap items-center gap-x-8 gap-y-3 px-6 py-3">
      <div className="w-96 max-w-full">
        <Choice
          size="small"
          label={text("dispatches.choose")}
          value={shown.source_id}
          onChange={setChosen}
          options={dispatches.map((line) => ({ value: line.source_id, label: saidName(line.name, line.kind) }))}
        />
      </div>
      <Numbers line={shown} />
      <Button size="small" variant="transparent" className="ml-auto" asChild>
        <Link to={`/mailroom/reports/${shown.source_id}`}>{text("newsletters.toReport")}</Link>
      </Button>
    </Container>
  )
}

function Numbers({ line }: { line: ReportLine }) {
  const text = useText()
  const figures = [
    { label: text("reports.sent"), hint: text("reports.sentHint"), value: <Count value={line.sent} /> },
    { label: text("reports.open"), hint: text("reports.openHint"), value: <Count value={line.open} /> },
    { label: text("reports.openRate"), hint: text("reports.openRateHint"), value: <Share value={line.open_rate} /> },
    {
      label: text("reports.unsubscribed"),
      hint: text("reports.unsubscribedHint"),
      value: <Count value={line.unsubscribed} />,
    },
  ]
  return (
    <>
      {figures.map((figure) => (
        <div key={figure.label}>
          <Text size="xsmall" className="text-ui-fg-muted">
            <Explained label={figure.label} hint={figure.hint} />
          </Text>
          <Text size="small" weight="plus">
            {figure.value}
          </Text>
        </div>
      ))}
    </>
  )
}
