import { Text } from "@medusajs/ui"
import type { Report } from "../../parts/api/reports"
import { Count } from "../../parts/figure"
import { PagedTable } from "../../parts/paged-table"
import { Section } from "../../parts/section"
import { useText } from "../../parts/use-text"

/** Which link was followed, by how many people and by machines. */
export function LinksTable({ report }: { report: Report }) {
  const text = useText()
  return (
    <Section title={text("reports.links")} hint={text("reports.linksHint")}>
      {report.links.length === 0 ? (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4">
          {text("reports.noLinks")}
        </Text>
      ) : (
        <PagedTable
          rows={report.links}
          keyOf={(link) => String(link.index)}
          columns={[
            {
              key: "url",
              head: text("reports.link"),
              width: "max-w-[280px] truncate",
              cell: (link) => <span title={link.url}>{link.url}</span>,
            },
            {
              key: "people",
              head: text("reports.people"),
              align: "right",
              cell: (link) => <Count value={link.people} />,
            },
            {
              key: "machine",
              head: text("reports.machines"),
              align: "right",
              cell: (link) => <Count value={link.machine} />,
            },
            {
              key: "anonymous",
              head: text("reports.anonymous"),
              align: "right",
              cell: (link) => <Count value={link.anonymous} />,
            },
          ]}
        />
      )}
    </Section>
  )
}
