import { StatusBadge } from "@medusajs/ui"
import type { Overview } from "../../parts/api/readiness"
import { ConfirmLiveShop } from "../../parts/confirm-live-shop"
import { Findings } from "../../parts/findings"
import { Section } from "../../parts/section"
import { useText } from "../../parts/use-text"

/** Ready, or what keeps mail back. Silent when there is nothing to say. */
export function ReadinessCard({ overview: { readiness } }: { overview: Overview }) {
  const text = useText()
  if (readiness.findings.length === 0) return null
  const state = readiness.ready ? (readiness.marketing_ready ? "ready" : "receiptsOnly") : "notReady"
  const colour = { ready: "green", receiptsOnly: "orange", notReady: "red" } as const
  return (
    <Section
      title={text(`overview.state.${state}`)}
      hint={text(`overview.stateHint.${state}`)}
      actions={<StatusBadge color={colour[state]}>{text(`overview.stateBadge.${state}`)}</StatusBadge>}
    >
      <Findings
        findings={readiness.findings}
        actionFor={(finding) => (finding.key === "live_shop_mismatch" ? <ConfirmLiveShop /> : undefined)}
      />
    </Section>
  )
}
