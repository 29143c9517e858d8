import { Text } from "@medusajs/ui"
import { useState } from "react"
import { useParams } from "react-router-dom"
import type { ImportDetail } from "../../parts/api/imports"
import { PageHead } from "../../parts/page-head"
import { LoadingPage, WhenRead } from "../../parts/states"
import { useFormat } from "../../parts/use-format"
import { useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"
import { ImportActions } from "./import-actions"
import { ImportBadge } from "./import-badge"
import { CountsCard } from "./counts-card"
import { PlanForm } from "./plan-form"
import { ProgressCard } from "./progress-card"

const MOVING = ["checking", "running", "undoing"]

/** One file on its way: what its columns are, what would happen, how far it is, what came of it. */
export default function ImportPage() {
  const { id = "" } = useParams()
  const read = useRead<{ import: ImportDetail }>(`/imports/${id}`, {
    refreshMs: (last) => last !== undefined && MOVING.includes(last.import.state) && 1_000,
  })
  return (
    <WhenRead read={read} loading={<LoadingPage cards={2} />}>
      {(data) => <ImportView row={data.import} />}
    </WhenRead>
  )
}

function ImportView({ row }: { row: ImportDetail }) {
  const text = useText()
  const format = useFormat()
  const [isPlanning, setIsPlanning] = useState(false)
  const isDraft = row.state === "uploaded" || (row.state === "checked" && isPlanning)
  return (
    <div className="flex flex-col gap-y-3">
      <PageHead
        back={{ to: "/mailroom/imports", label: text("imports.title") }}
        title={row.file_name}
        hint={text(`imports.fileFacts.${row.kind}`, { rows: format.number(row.rows), encoding: row.encoding ?? "" })}
        actions={
          <>
            <ImportBadge row={row} />
            <ImportActions row={row} isPlanning={isDraft} onPlan={() => setIsPlanning(true)} />
          </>
        }
      />
      {isDraft && <PlanForm key={row.id} row={row} onChecked={() => setIsPlanning(false)} />}
      {MOVING.includes(row.state) && <ProgressCard row={row} />}
      {row.state === "checked" && !isPlanning && (
        <CountsCard title={text("imports.dryRun")} hint={text("imports.dryRunHint")} counts={row.checked} row={row} />
      )}
      {Object.keys(row.result).length > 0 && (
        <CountsCard title={text("imports.result")} hint={text("imports.resultHint")} counts={row.result} row={row} />
      )}
      {Object.keys(row.undone).length > 0 && (
        <CountsCard
          title={text("imports.undoneTitle")}
          hint={text("imports.undoneHint")}
          counts={row.undone}
          row={row}
        />
      )}
      {!row.has_changes && (
        <Text size="small" className="text-ui-fg-subtle px-6">
          {text("imports.forgotten")}
        </Text>
      )}
    </div>
  )
}
