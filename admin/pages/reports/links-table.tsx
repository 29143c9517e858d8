import { Text } from "@medusajs/ui"
import type { Breakdown } from "../../parts/api/reports"
import { Count, Explained } from "../../parts/figure"
import { PagedTable } from "../../parts/paged-table"
import { Section } from "../../parts/section"
import { useText } from "../../parts/use-text"

/** Which link was followed, by how many people and by machines. */
export function LinksTable({ breakdown: report }: { breakdown: Breakdown }) {
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
              width: "max-w-[280px]",
              // Links of one shop differ at their end: one line of each would look the same.
              cell: (link) => (
                <span title={link.url} className="line-clamp-2 whitespace-normal break-all py-1">
                  {link.url}
                </span>
              ),
            },
            {
              key: "people",
              head: <Explained label={text("reports.people")} hint={text("reports.peopleHint")} />,
              align: "right",
              cell: (link) => <Count value={link.people} />,
            },
            {
              key: "clicks",
              head: <Explained label={text("reports.clicks")} hint={text("reports.clicksHint")} />,
              align: "right",
              cell: (link) => <Count value={link.clicks} />,
            },
            {
              key: "machine",
              head: <Explained label={text("reports.machines")} hint={text("reports.machinesHint")} />,
              align: "right",
              cell: (link) => <Count value={link.machine} />,
            },
            {
              key: "anonymous",
              head: <Explained label={text("reports.anonymous")} hint={text("reports.anonymousHint")} />,
              align: "right",
              cell: (link) => <Count value={link.anonymous} />,
            },
          ]}
        />
      )}
    </Section>
  )
}
