import type { ReportLine } from "../../parts/api/reports"
import { useText } from "../../parts/use-text"

/** Each step of a running line as a line of its own; its id is the way to it: "mauto_1?step=n2". */
export function useStepLines(): (line: ReportLine) => ReportLine[] {
  const text = useText()
  return (line) =>
    line.steps.map(({ node, number, name, revenue: _, ...figures }) => ({
      ...line,
      ...figures,
      source_id: `${line.source_id}?step=${encodeURIComponent(node)}`,
      kind: "step",
      name: name ?? text("reports.stepGone", { number }),
      steps: [],
    }))
}
