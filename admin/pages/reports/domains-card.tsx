import { Text } from "@medusajs/ui"
import type { Breakdown, DomainFigures, Report } from "../../parts/api/reports"
import { Count } from "../../parts/figure"
import { PagedTable, type Column } from "../../parts/paged-table"
import { Section } from "../../parts/section"
import { useText } from "../../parts/use-text"

const FIGURES = ["sent", "open", "click", "bounced", "complained"] as const
/** What a domain's figure cannot be known without: the one of the whole report. */
const KNOWN_BY = { open: "open", click: "click", complained: "spam" } as const

/** By receiving domain: one of them that refuses the mail shows here first. */
export function DomainsCard({ report, breakdown }: { report: Report; breakdown: Breakdown }) {
  const text = useText()
  const columns: Column<DomainFigures>[] = [
    {
      key: "domain",
      head: text("reports.domain"),
      cell: (row) => <span className="text-ui-fg-base">{row.domain || text("reports.otherDomains")}</span>,
    },
    ...FIGURES.map((figure): Column<DomainFigures> => ({
      key: figure,
      head: text(`reports.${figure}`),
      align: "right",
      // What is unknown for all is unknown here, and not 0.
      cell: (row) => <Count value={isUnknown(report, figure) ? null : row[figure]} />,
    })),
  ]
  return (
    <Section title={text("reports.domains")} hint={text("reports.domainsHint")}>
      {breakdown.domains.length === 0 ? (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4">
          {text("reports.noDomains")}
        </Text>
      ) : (
        <PagedTable rows={breakdown.domains} keyOf={(row) => row.domain} columns={columns} />
      )}
    </Section>
  )
}

function isUnknown(report: Report, figure: (typeof FIGURES)[number]): boolean {
  return figure in KNOWN_BY && report[KNOWN_BY[figure as keyof typeof KNOWN_BY]] === null
}
