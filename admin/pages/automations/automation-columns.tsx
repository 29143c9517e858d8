import { Badge } from "@medusajs/ui"
import type { AutomationSummary, Figures } from "../../parts/api/flows"
import { Explained } from "../../parts/figure"
import type { Column } from "../../parts/paged-table"
import { useFormat } from "../../parts/use-format"
import { useText } from "../../parts/use-text"
import { useNamed, wordKey } from "./editor/use-step-words"
import { AutomationBadge } from "./state-badge"

export function useAutomationColumns(): Column<AutomationSummary>[] {
  const text = useText()
  const format = useFormat()
  const named = useNamed()
  const figure = (key: "entered" | "inside" | "sent" | "clicks", value: (figures: Figures) => number) => ({
    key,
    head: <Explained label={text(`automations.column.${key}`)} hint={text(`automations.column.${key}Hint`)} />,
    align: "right" as const,
    cell: (row: AutomationSummary) => (
      <span className="tabular-nums">{format.number(row.figures ? value(row.figures) : 0)}</span>
    ),
  })
  return [
    {
      key: "name",
      head: text("automations.column.name"),
      width: "max-w-[300px] truncate",
      cell: (row) => <span className="text-ui-fg-base">{row.name}</span>,
    },
    {
      key: "state",
      head: text("automations.column.state"),
      cell: (row) => (
        <span className="flex items-center gap-x-2">
          <AutomationBadge state={row.state} />
          {row.has_draft && <Badge size="2xsmall">{text("automations.unpublished")}</Badge>}
        </span>
      ),
    },
    {
      key: "trigger",
      head: text("automations.column.trigger"),
      cell: (row) => (row.trigger ? named("steps.triggerName", wordKey(row.trigger.kind)) : "–"),
    },
    figure("entered", ({ entered }) => entered),
    figure("inside", ({ inside }) => inside),
    figure("sent", ({ sent }) => sent),
    figure("clicks", ({ human_clicks }) => human_clicks),
    {
      key: "revenue",
      head: <Explained label={text("automations.column.revenue")} hint={text("automations.column.revenueHint")} />,
      align: "right",
      cell: ({ figures }) =>
        !figures || figures.revenue.length === 0
          ? "–"
          : figures.revenue.map(({ amount, currency }) => format.money(Number(amount), currency)).join(", "),
    },
  ]
}
