import { Text } from "@medusajs/ui"
import type { DomainFigures } from "../../parts/api/reports"
import { PagedTable, type Column } from "../../parts/paged-table"
import { Section } from "../../parts/section"
import { WhenRead } from "../../parts/states"
import { useFormat } from "../../parts/use-format"
import { useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"

const FIGURES = ["sent", "open", "click", "bounced", "complained"] as const

/** By receiving domain: one of them that refuses the mail shows here first. */
export function DomainsCard({ sourceId }: { sourceId: string }) {
  const text = useText()
  const format = useFormat()
  const domains = useRead<{ domains: DomainFigures[] }>(`/reports/${sourceId}/domains`)
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
      cell: (row) => format.number(row[figure]),
    })),
  ]
  return (
    <Section title={text("reports.domains")} hint={text("reports.domainsHint")}>
      <WhenRead read={domains}>
        {(data) =>
          data.domains.length === 0 ? (
            <Text size="small" className="text-ui-fg-subtle px-6 py-4">
              {text("reports.noDomains")}
            </Text>
          ) : (
            <PagedTable rows={data.domains} keyOf={(row) => row.domain} columns={columns} />
          )
        }
      </WhenRead>
    </Section>
  )
}
