import { ArrowDownTray } from "@medusajs/icons"
import { Button, Container } from "@medusajs/ui"
import { useNavigate } from "react-router-dom"
import type { Import } from "../../parts/api/imports"
import { AudienceTabs } from "../../parts/audience-tabs"
import { downloadUrl } from "../../parts/client"
import { PageHead } from "../../parts/page-head"
import { PagedTable } from "../../parts/paged-table"
import { Row, Section } from "../../parts/section"
import { EmptyState, WhenRead } from "../../parts/states"
import { useFormat } from "../../parts/use-format"
import { useRead } from "../../parts/use-mailroom"
import { usePages } from "../../parts/use-pages"
import { useText } from "../../parts/use-text"
import { ImportBadge } from "./import-badge"
import { UploadButton } from "./upload-button"

type Imports = { imports: Import[]; next_cursor: string | null }

/** Files that came in, the newest first, and files that can be taken out. */
export default function ImportsPage() {
  const text = useText()
  const { cursor, pages } = usePages("")
  const imports = useRead<Imports>("/imports", { query: { cursor, limit: 20 }, refreshMs: 5_000 })
  return (
    <div className="flex flex-col gap-y-3">
      <PageHead
        title={text("imports.title")}
        hint={text("imports.hint")}
        actions={
          <>
            <UploadButton kind="suppressions" />
            <UploadButton kind="contacts" isPrimary />
          </>
        }
      />
      <AudienceTabs />
      <Container className="divide-y overflow-hidden p-0">
        <WhenRead read={imports}>
          {(data) =>
            data.imports.length === 0 ? (
              <EmptyState title={text("imports.empty")} hint={text("imports.emptyHint")} />
            ) : (
              <ImportTable imports={data.imports} pages={pages(data.next_cursor)} />
            )
          }
        </WhenRead>
      </Container>
      <ExportSection />
    </div>
  )
}

function ImportTable({ imports, pages }: { imports: Import[]; pages: Parameters<typeof PagedTable>[0]["pages"] }) {
  const text = useText()
  const format = useFormat()
  const navigate = useNavigate()
  return (
    <PagedTable
      rows={imports}
      keyOf={({ id }) => id}
      onRow={({ id }) => navigate(`/mailroom/imports/${id}`)}
      pages={pages}
      columns={[
        {
          key: "file",
          head: text("imports.file"),
          width: "max-w-[360px] truncate",
          cell: ({ file_name: name }) => <span className="text-ui-fg-base">{name}</span>,
        },
        { key: "kind", head: text("imports.kind"), cell: ({ kind }) => text(`imports.kinds.${kind}`) },
        { key: "rows", head: text("imports.rows"), align: "right", cell: ({ rows }) => format.number(rows) },
        { key: "state", head: text("imports.state"), cell: (row) => <ImportBadge row={row} /> },
        { key: "when", head: text("imports.when"), cell: (row) => format.ago(row.finished_at ?? row.created_at) },
      ]}
    />
  )
}

const EXPORTS = ["contacts", "suppression", "consent"] as const

function ExportSection() {
  const text = useText()
  return (
    <Section title={text("imports.exports.title")} hint={text("imports.exports.hint")}>
      {EXPORTS.map((name) => (
        <Row key={name} label={text(`imports.exports.${name}`)}>
          <Button size="small" variant="secondary" asChild>
            <a href={downloadUrl(`/exports/${name}.csv`)} download>
              <ArrowDownTray />
              CSV
            </a>
          </Button>
        </Row>
      ))}
    </Section>
  )
}
