import { Badge, Tooltip } from "@medusajs/ui"
import type { ReportLine } from "../../parts/api/reports"
import { Count, Explained, Share } from "../../parts/figure"
import type { Column } from "../../parts/paged-table"
import { useFormat } from "../../parts/use-format"
import { useText, useWord } from "../../parts/use-text"
import { saidName } from "../../parts/said"

/** The columns of F39; every head explains its formula. */
export function useReportColumns(): Column<ReportLine>[] {
  const text = useText()
  const word = useWord()
  const format = useFormat()
  return [
    {
      key: "name",
      head: <Explained label={text("reports.name")} hint={text("reports.nameHint")} />,
      width: "max-w-[320px] truncate",
      cell: (line) => (
        <span
          className={line.kind === "step" ? "text-ui-fg-subtle pl-4" : "text-ui-fg-base"}
          title={saidName(line.name, line.kind)}
        >
          {saidName(line.name, line.kind)}
        </span>
      ),
    },
    {
      key: "kind",
      head: <Explained label={text("reports.kind")} hint={text("reports.kindHint")} />,
      cell: (line) => (
        <Badge size="2xsmall" className="whitespace-nowrap">
          {word("words.kind", line.kind)}
        </Badge>
      ),
    },
    {
      key: "created",
      head: <Explained label={text("reports.created")} hint={text("reports.createdHint")} />,
      cell: (line) => (
        <span className="whitespace-nowrap">
          {line.created_at ? format.dateTime(line.created_at) : text("reports.nothingYet")}
        </span>
      ),
    },
    {
      key: "sent",
      head: <Explained label={text("reports.sent")} hint={text("reports.sentHint")} />,
      align: "right",
      cell: (line) => <Count value={line.sent} />,
    },
    {
      key: "open",
      head: <Explained label={text("reports.open")} hint={text("reports.openHint")} />,
      align: "right",
      cell: (line) => <Count value={line.open} why={whyUnknown(line, "open")} />,
    },
    {
      key: "rate",
      head: <Explained label={text("reports.openRate")} hint={text("reports.openRateHint")} />,
      align: "right",
      cell: (line) => <OpenRate line={line} />,
    },
    {
      key: "unsubscribed",
      head: <Explained label={text("reports.unsubscribed")} hint={text("reports.unsubscribedHint")} />,
      align: "right",
      cell: (line) => <Count value={line.unsubscribed} />,
    },
    {
      key: "blocked",
      head: <Explained label={text("reports.blockedSpam")} hint={text("reports.blockedSpamHint")} />,
      align: "right",
      cell: (line) => <BlockedSpam line={line} />,
    },
  ]

  function whyUnknown(line: ReportLine, figure: string): string | undefined {
    const reason = line.unknown[figure]
    return reason ? text(`reports.unknown.${reason}`) : undefined
  }
}

/** Of all, and beside it of those who can be seen at all. */
function OpenRate({ line }: { line: ReportLine }) {
  const text = useText()
  const reason = line.unknown.open_rate
  return (
    <span className="whitespace-nowrap">
      <Share value={line.open_rate} why={reason && text(`reports.unknown.${reason}`)} />
      {line.open_rate_tracked !== null && (
        <Tooltip content={text("reports.ofTrackedHint", { tracked: line.tracked })}>
          <span className="text-ui-fg-muted">
            {" "}
            (<Share value={line.open_rate_tracked} />)
          </span>
        </Tooltip>
      )}
    </span>
  )
}

/** Without feedback from the providers only refusals at hand-over are known: "3 + unknown", never "3". */
export function BlockedSpam({ line }: { line: ReportLine }) {
  const text = useText()
  if (line.blocked_spam !== null) return <Count value={line.blocked_spam} />
  const reason = line.unknown.blocked_spam ?? line.unknown.spam
  return (
    <span className="whitespace-nowrap">
      {line.blocked > 0 && (
        <>
          <Count value={line.blocked} /> +{" "}
        </>
      )}
      <Count value={null} why={reason && text(`reports.unknown.${reason}`)} />
    </span>
  )
}
