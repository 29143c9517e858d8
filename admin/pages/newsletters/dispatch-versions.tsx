import { Table } from "@medusajs/ui"
import { downloadUrl } from "../../parts/client"
import { Count } from "../../parts/figure"
import { Section } from "../../parts/section"
import { useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"

type Version = {
  number: number
  subject: string
  created_at: string
  waiting: number
  sent: number
  failed: number
  opened: number | null
  clicked: number | null
}

const FIGURES = ["sent", "waiting", "opened", "clicked"] as const

/** The texts of a mailing that was corrected on its way, and how each did; nothing for all others. */
export function VersionsCard({ mailingId, isMoving }: { mailingId: string; isMoving: boolean }) {
  const text = useText()
  const read = useRead<{ versions: Version[] }>(`/mailings/${mailingId}/versions`, {
    refreshMs: isMoving ? 5_000 : false,
  })
  const versions = read.data?.versions ?? []
  if (versions.length < 2) return null
  return (
    <Section title={text("schedule.correct.versions")} hint={text("schedule.correct.versionsHint")}>
      <Table>
        <Table.Header>
          <Table.Row>
            <Table.HeaderCell>{text("newsletters.subject")}</Table.HeaderCell>
            {FIGURES.map((figure) => (
              <Table.HeaderCell key={figure} className="text-right">
                {text(`schedule.correct.${figure}`)}
              </Table.HeaderCell>
            ))}
            <Table.HeaderCell />
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {versions.map((version, at) => (
            <Table.Row key={version.number}>
              <Table.Cell>
                <span className="text-ui-fg-muted">{text("schedule.correct.version", { number: at + 1 })}</span>{" "}
                {version.subject}
              </Table.Cell>
              {FIGURES.map((figure) => (
                <Table.Cell key={figure} className="text-right tabular-nums">
                  <Count value={version[figure]} why={text("reports.unknown.nobody_tracked")} />
                </Table.Cell>
              ))}
              <Table.Cell className="text-right">
                <a
                  className="text-ui-fg-interactive txt-compact-small"
                  href={downloadUrl(`/reports/${mailingId}/recipients.csv`, { version: version.number })}
                  download
                >
                  {text("schedule.correct.who")} (CSV)
                </a>
              </Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </Section>
  )
}
