import { Table } from "@medusajs/ui"
import { IMPORT_TARGETS } from "../../../src/core/contacts/import-plan"
import type { ImportDetail, ImportTarget } from "../../parts/api/imports"
import { Choice } from "../../parts/choice"
import { useText } from "../../parts/use-text"
import { useContactFields } from "../contacts/use-contact-fields"
import type { Plan } from "./plan-form"

const LEFT_OUT = "left_out"
const OF_LISTS: ImportTarget[] = ["email", "domain", "reason"]

/** Each column with what stands in it, and what it is. */
export function ColumnTable({
  row,
  plan,
  set,
}: {
  row: ImportDetail
  plan: Plan
  set: (patch: Partial<Plan>) => void
}) {
  const text = useText()
  const options = useTargets(row)
  const choose = (at: number, value: string) =>
    set({
      columns: plan.columns.map((column, n) =>
        n === at ? (value === LEFT_OUT ? null : (value as ImportTarget)) : column,
      ),
    })
  return (
    <div className="overflow-x-auto">
      <Table className="min-w-full">
        <Table.Header>
          <Table.Row>
            <Table.HeaderCell>{text("imports.column")}</Table.HeaderCell>
            <Table.HeaderCell>{text("imports.means")}</Table.HeaderCell>
            <Table.HeaderCell>{text("imports.sample")}</Table.HeaderCell>
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {row.columns.map((name, n) => (
            <Table.Row key={n}>
              <Table.Cell className="text-ui-fg-base max-w-[220px] truncate">{name}</Table.Cell>
              <Table.Cell className="w-64 py-1.5">
                <Choice
                  label={name}
                  size="small"
                  value={plan.columns[n] ?? LEFT_OUT}
                  options={options}
                  onChange={(value) => choose(n, value)}
                />
              </Table.Cell>
              <Table.Cell className="max-w-[360px] truncate">{sampleOf(row, n)}</Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </div>
  )
}

function useTargets(row: ImportDetail): { value: string; label: string }[] {
  const text = useText()
  const fields = useContactFields()
  const targets =
    row.kind === "contacts" ? IMPORT_TARGETS.filter((one) => one !== "domain" && one !== "reason") : OF_LISTS
  return [
    { value: LEFT_OUT, label: text("imports.leftOut") },
    ...targets.map((value) => ({ value, label: text(`imports.targets.${value as "email"}`) })),
    ...(row.kind === "contacts" ? fields.map(({ key, label }) => ({ value: `field:${key}`, label })) : []),
  ]
}

function sampleOf({ sample }: ImportDetail, n: number): string {
  const cells = sample.map((cells) => cells[n] ?? "").filter((cell) => cell.trim() !== "")
  return cells.slice(0, 3).join(" · ") || "–"
}
