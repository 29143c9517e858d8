import { Container, Input } from "@medusajs/ui"
import { useState } from "react"
import { useNavigate } from "react-router-dom"
import type { ReportLine } from "../../parts/api/reports"
import { Choice } from "../../parts/choice"
import { PageHead } from "../../parts/page-head"
import { PagedTable } from "../../parts/paged-table"
import { EmptyState, WhenRead } from "../../parts/states"
import { useRead } from "../../parts/use-mailroom"
import { usePages } from "../../parts/use-pages"
import { useText, useWord } from "../../parts/use-text"
import { useReportColumns } from "./report-columns"
import { useStepLines } from "./step-lines"

const ANY = "any"
const KINDS = [
  "newsletter",
  "targeted",
  "serial",
  "mailout",
  "store_email",
  "custom_action",
  "autoresponder",
  "automation",
]

/** One line per dispatch, and one running line per store e-mail, action, autoresponder and step of an automation (F39). */
export default function ReportsPage() {
  const text = useText()
  const word = useWord()
  const navigate = useNavigate()
  const columns = useReportColumns()
  const stepsOf = useStepLines()
  const [kind, setKind] = useState(ANY)
  const [q, setQ] = useState("")
  const filter = { kind: kind === ANY ? undefined : kind, q: q.trim() }
  const { cursor, pages } = usePages(JSON.stringify(filter))
  const reports = useRead<{ reports: ReportLine[]; next_cursor: string | null }>("/reports", {
    query: { ...filter, cursor, limit: 25 },
    refreshMs: 10_000,
  })
  return (
    <div className="flex flex-col gap-y-3">
      <PageHead title={text("menu.reports")} hint={text("reports.hint")} />
      <Container className="divide-y overflow-hidden p-0">
        <div className="flex flex-wrap gap-2 px-6 py-4">
          <div className="w-64">
            <Input
              size="small"
              type="search"
              value={q}
              aria-label={text("common.search")}
              placeholder={text("reports.searchPlaceholder")}
              onChange={(event) => setQ(event.target.value)}
            />
          </div>
          <div className="w-48">
            <Choice
              size="small"
              label={text("reports.kind")}
              value={kind}
              onChange={setKind}
              options={[
                { value: ANY, label: text("reports.anyKind") },
                ...KINDS.map((value) => ({ value, label: word("words.kind", value) })),
              ]}
            />
          </div>
        </div>
        <WhenRead read={reports}>
          {(data) =>
            data.reports.length === 0 ? (
              <EmptyState title={text("reports.empty")} hint={text("reports.emptyHint")} />
            ) : (
              <PagedTable
                rows={data.reports.flatMap((line) => [line, ...stepsOf(line)])}
                keyOf={(line) => line.source_id}
                onRow={(line) => navigate(`/mailroom/reports/${line.source_id}`)}
                columns={columns}
                pages={pages(data.next_cursor)}
                isStale={reports.isPlaceholderData}
              />
            )
          }
        </WhenRead>
      </Container>
    </div>
  )
}
