import { StatusBadge } from "@medusajs/ui"
import type { Import, ImportState } from "../../parts/api/imports"
import { useFormat } from "../../parts/use-format"
import { useText } from "../../parts/use-text"

const COLOR: Record<ImportState, "green" | "red" | "blue" | "orange" | "grey"> = {
  uploading: "blue",
  uploaded: "orange",
  checking: "blue",
  checked: "orange",
  running: "blue",
  done: "green",
  cancelled: "grey",
  failed: "red",
  undoing: "blue",
  undone: "grey",
}

export function ImportBadge({ row }: { row: Import }) {
  const text = useText()
  const format = useFormat()
  return (
    <StatusBadge color={COLOR[row.state]} className="whitespace-nowrap">
      {text(`imports.states.${row.state}`)}
      {row.share !== null && ` ${format.percent(row.share)}`}
    </StatusBadge>
  )
}
