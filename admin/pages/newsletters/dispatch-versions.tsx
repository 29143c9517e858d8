import { Table } from "@medusajs/ui"
import type { Mailing } from "../../parts/api/mailings"
import { downloadUrl } from "../../parts/client"
import { Section } from "../../parts/section"
import { useFormat } from "../../parts/use-format"
import { useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"

type Version = {
  number: number
  subject: string
  created_at: string
  waiting: number
  sent: number
  failed: number
  opened: number
  clicked: number
}

const FIGURES = ["sent", "waiting", "opened", "clicked"] as const

/** The texts of a mailing that was corrected on its way, and how each did; nothing for all others. */
export function VersionsCard({ mailing, isMoving }: { mailing: Mailing; isMoving: boolean }) {
  const text = useText()
  const format = useFormat()
  const read = useRead<{ versions: Version[] }>(`/mailings/${mailing.id}/versions`, {
    refreshMs: isMoving ? 5_000 : false,
    enabled: mailing.ab === null,
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
          {versions.map((version) => (
            <Table.Row key={version.number}>
              <Table.Cell>
                <span className="text-ui-fg-muted">{text("schedule.correct.version", { number: version.number })}</span>{" "}
                {version.subject}
              </Table.Cell>
              {FIGURES.map((figure) => (
                <Table.Cell key={figure} className="text-right tabular-nums">
                  {format.number(version[figure])}
                </Table.Cell>
              ))}
              <Table.Cell className="text-right">
                <a
                  className="text-ui-fg-interactive txt-compact-small"
                  href={downloadUrl(`/reports/${mailing.id}/recipients.csv`, { version: version.number })}
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
