import { Hint } from "@medusajs/ui"
import { useState } from "react"
import { ActionButton } from "../../parts/action-button"
import type { Import, ImportDetail, ImportPlan } from "../../parts/api/imports"
import { useChange } from "../../parts/use-mailroom"
import { Section } from "../../parts/section"
import { useText } from "../../parts/use-text"
import { AgreementFields } from "./agreement-fields"
import { ColumnTable } from "./column-table"
import { PeopleFields } from "./people-fields"
import { ListFields } from "./list-fields"

export type Plan = Omit<ImportPlan, "agreement"> & { agreement: NonNullable<ImportPlan["agreement"]> }

/** What the columns are, who the people are, and by what right; then a dry run that changes nothing. */
export function PlanForm({ row, onChecked }: { row: ImportDetail; onChecked: () => void }) {
  const text = useText()
  const [plan, setPlan] = useState<Plan>(() => beginningOf(row))
  const [problem, setProblem] = useState<string | null>(null)
  const check = useChange<object, { import: Import }>(`/imports/${row.id}`, {
    onDone: () => {
      setProblem(null)
      onChecked()
    },
    onRefused: setProblem,
  })
  const set = (patch: Partial<Plan>) => setPlan((before) => ({ ...before, ...patch }))
  const saysYes = row.kind === "contacts" && (plan.status === "subscribed" || plan.columns.includes("status"))

  return (
    <>
      <Section
        title={text("imports.columnsTitle")}
        hint={
          row.suggestion.preset
            ? text("imports.recognised", { service: text(`imports.presets.${row.suggestion.preset as "mailchimp"}`) })
            : text("imports.columnsHint")
        }
      >
        <ColumnTable row={row} plan={plan} set={set} />
      </Section>
      {row.kind === "contacts" ? <PeopleFields plan={plan} set={set} /> : <ListFields plan={plan} set={set} />}
      {saysYes && <AgreementFields plan={plan} set={set} />}
      <Section title={text("imports.checkTitle")} hint={text("imports.checkHint")}>
        <div className="flex flex-wrap items-center justify-end gap-3 px-6 py-4">
          {problem && <Hint variant="error">{problem}</Hint>}
          <ActionButton
            needs="edit"
            variant="primary"
            isLoading={check.isPending}
            onClick={() => check.mutate({ ...plan, agreement: saysYes ? plan.agreement : null })}
          >
            {text("imports.check")}
          </ActionButton>
        </div>
      </Section>
    </>
  )
}

function beginningOf({ plan, suggestion }: ImportDetail): Plan {
  const agreement = { basis: "express_doi" as const, wording: "", locale: "en", date: "", note: "" }
  if (plan && plan.columns.length > 0) return { ...plan, agreement: plan.agreement ?? agreement }
  return {
    columns: suggestion.columns,
    status: suggestion.status,
    agreement,
    topicIds: [],
    tags: [],
    overwrites: false,
    dates: "iso",
    reason: "manual",
    scope: "all",
  }
}
