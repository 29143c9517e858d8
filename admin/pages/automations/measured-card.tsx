import type { Automation } from "../../parts/api/flows"
import type { Report } from "../../parts/api/reports"
import { useRead } from "../../parts/use-mailroom"
import { ControlCard } from "../reports/control-card"

/** What the automation brings beyond what would have been bought anyway; nothing where nobody is held out. */
export function MeasuredCard({ automation }: { automation: Automation }) {
  const { data } = useRead<{ report: Report }>(`/reports/${automation.id}`, {
    enabled: automation.live_version !== null,
  })
  const control = data?.report.breakdown?.control
  return control ? <ControlCard control={control} /> : null
}
