import { Text } from "@medusajs/ui"
import type { Breakdown } from "../../parts/api/reports"
import { Count } from "../../parts/figure"
import { Section } from "../../parts/section"
import { useText, useWord } from "../../parts/use-text"

/** What people read it on, as coarse as it may be known. */
export function DevicesCard({ breakdown: { devices } }: { breakdown: Breakdown }) {
  const text = useText()
  const word = useWord()
  const most = Math.max(1, ...(devices ?? []).map(({ people }) => people))
  return (
    <Section title={text("reports.devices")} hint={text("reports.devicesHint")}>
      {!devices?.length ? (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4">
          {text(devices ? "reports.noDevices" : "reports.devicesUnknown")}
        </Text>
      ) : (
        <ul className="flex flex-col gap-y-3 px-6 py-4">
          {devices.map(({ device, people }) => (
            <li key={device}>
              <div className="flex items-baseline justify-between gap-x-4">
                <Text size="small">{word("reports.device", device)}</Text>
                <Text size="small" weight="plus">
                  <Count value={people} />
                </Text>
              </div>
              <div className="bg-ui-bg-subtle mt-1 h-1.5 overflow-hidden rounded-full">
                <div
                  className="bg-ui-tag-blue-icon h-full rounded-full"
                  style={{ width: `${(people / most) * 100}%` }}
                />
              </div>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
