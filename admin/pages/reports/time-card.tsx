import { Text } from "@medusajs/ui"
import { hourSteps, type HourStep } from "../../../src/core/reports/hour-steps"
import type { Report } from "../../parts/api/reports"
import { PagedTable } from "../../parts/paged-table"
import { Section } from "../../parts/section"
import { useFormat } from "../../parts/use-format"
import { useText } from "../../parts/use-text"

const WIDTH = 720
const HEIGHT = 180
const FOOT = 2

/** When people opened and clicked: bars, and the same figures as a table for whoever cannot see them. */
export function TimeCard({ report }: { report: Report }) {
  const text = useText()
  const steps = hourSteps(report.hours)
  const isSeen = steps.some(({ open, click }) => open + click > 0)
  return (
    <Section
      title={text("reports.overTime")}
      hint={text(report.is_running ? "reports.overTimeRunning" : "reports.overTimeHint")}
      actions={isSeen && <Legend />}
    >
      {isSeen ? (
        <div className="flex flex-col gap-y-3 px-6 py-4">
          <Bars steps={steps} />
          <Times steps={steps} />
          <AsTable steps={steps} />
        </div>
      ) : (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4">
          {text("reports.notYet")}
        </Text>
      )}
    </Section>
  )
}

function Legend() {
  const text = useText()
  return (
    <div className="txt-compact-small text-ui-fg-subtle flex items-center gap-x-4">
      <span className="flex items-center gap-x-1.5">
        <span className="bg-ui-tag-blue-icon h-2.5 w-2.5 rounded-sm" /> {text("reports.open")}
      </span>
      <span className="flex items-center gap-x-1.5">
        <span className="bg-ui-tag-green-icon h-2.5 w-2.5 rounded-sm" /> {text("reports.click")}
      </span>
    </div>
  )
}

/** Two bars side by side per step, on one scale: a click is not a part of the opens, machines block pictures. */
function Bars({ steps }: { steps: HourStep[] }) {
  const text = useText()
  const format = useFormat()
  const most = Math.max(1, ...steps.map(({ open, click }) => Math.max(open, click)))
  const room = WIDTH / steps.length
  // A dispatch of this very hour has one step: two bars, not two walls.
  const bar = Math.min(room * 0.36, WIDTH / 24)
  const tall = (n: number) => (n / most) * (HEIGHT - FOOT - 4)
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="w-full" role="img" aria-label={text("reports.overTime")}>
      <line x1="0" x2={WIDTH} y1={HEIGHT - FOOT} y2={HEIGHT - FOOT} className="stroke-ui-border-strong" />
      {steps.map(({ at, open, click }, n) => (
        <g key={at}>
          <title>
            {text("reports.atHour", {
              at: format.dateTime(at),
              open: format.number(open),
              click: format.number(click),
            })}
          </title>
          <rect x={n * room} y={0} width={room} height={HEIGHT - FOOT} className="fill-transparent" />
          <Bar x={(n + 0.5) * room - bar * 1.05} width={bar} height={tall(open)} color="fill-ui-tag-blue-icon" />
          <Bar x={(n + 0.5) * room + bar * 0.05} width={bar} height={tall(click)} color="fill-ui-tag-green-icon" />
        </g>
      ))}
    </svg>
  )
}

/** Below the picture and not in it: letters must not grow with the screen. */
function Times({ steps }: { steps: HourStep[] }) {
  const format = useFormat()
  const marks = [0, Math.floor(steps.length / 2), steps.length - 1]
  return (
    <div className="txt-compact-xsmall text-ui-fg-subtle flex justify-between" aria-hidden>
      {[...new Set(marks)].map((n) => (
        <span key={n}>{format.dateTime(steps[n]!.at)}</span>
      ))}
    </div>
  )
}

function Bar({ x, width, height, color }: { x: number; width: number; height: number; color: string }) {
  if (height <= 0) return null
  return <rect x={x} y={HEIGHT - FOOT - height} width={width} height={height} rx="1" className={color} />
}

function AsTable({ steps }: { steps: HourStep[] }) {
  const text = useText()
  const format = useFormat()
  return (
    <details>
      <summary className="txt-compact-small text-ui-fg-subtle cursor-pointer">{text("reports.table")}</summary>
      <PagedTable
        rows={steps.filter(({ sent, open, click }) => sent + open + click > 0)}
        keyOf={(step) => step.at}
        columns={[
          { key: "at", head: text("reports.hour"), cell: (step) => format.dateTime(step.at) },
          { key: "sent", head: text("reports.sent"), align: "right", cell: (step) => format.number(step.sent) },
          { key: "open", head: text("reports.open"), align: "right", cell: (step) => format.number(step.open) },
          { key: "click", head: text("reports.click"), align: "right", cell: (step) => format.number(step.click) },
        ]}
      />
    </details>
  )
}
