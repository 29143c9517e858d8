import type { Report } from "../../parts/api/reports"
import { Count, FigureCard, Figures, Share } from "../../parts/figure"
import { useFormat } from "../../parts/use-format"
import { useText } from "../../parts/use-text"
import { BlockedSpam } from "./report-columns"

/** The eight figures of a dispatch, each with its formula on hover. */
export function ReportFigures({ report }: { report: Report }) {
  const text = useText()
  const format = useFormat()
  const { breakdown } = report
  const why = (figure: string) => {
    const reason = report.unknown[figure]
    return reason ? text(`reports.unknown.${reason}`) : undefined
  }
  return (
    <Figures>
      <FigureCard
        label={text("reports.sent")}
        hint={text("reports.sentHint")}
        note={text("reports.ofPlanned", { planned: format.number(report.planned) })}
      >
        <Count value={report.sent} />
      </FigureCard>
      <FigureCard label={text("reports.delivered")} hint={text("reports.deliveredHint")}>
        <Count value={breakdown?.delivered} why={why("delivered")} />
      </FigureCard>
      <FigureCard
        label={text("reports.open")}
        hint={text("reports.openHint")}
        note={text("reports.openNote", {
          machine: breakdown ? format.number(breakdown.open_machine) : "…",
          anonymous: format.number(report.anonymous_opens),
        })}
      >
        <Count value={report.open} why={why("open")} />
      </FigureCard>
      <FigureCard
        label={text("reports.openRate")}
        hint={text("reports.openRateHint")}
        note={
          report.open_rate_tracked === null
            ? undefined
            : text("reports.knownOf", {
                share: format.percent(report.open_rate_tracked),
                open: format.number(report.open ?? 0),
                tracked: format.number(report.tracked),
              })
        }
      >
        <Share value={report.open_rate} why={why("open_rate")} />
      </FigureCard>
      <FigureCard label={text("reports.click")} hint={text("reports.clickHint")}>
        <Count value={report.click} why={why("click")} />
      </FigureCard>
      <FigureCard label={text("reports.unsubscribed")} hint={text("reports.unsubscribedHint")}>
        <Count value={report.unsubscribed} />
      </FigureCard>
      <FigureCard label={text("reports.bounced")} hint={text("reports.bouncedHint")}>
        {breakdown ? <Count value={breakdown.bounced} /> : "…"}
      </FigureCard>
      <FigureCard
        label={text("reports.blockedSpam")}
        hint={text("reports.blockedSpamHint")}
        note={text("reports.blockedNote", {
          blocked: format.number(report.blocked),
          spam: report.spam === null ? text("common.unknown") : format.number(report.spam),
        })}
      >
        <BlockedSpam line={report} />
      </FigureCard>
    </Figures>
  )
}
