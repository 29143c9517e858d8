import type { ImportPlan } from "../../parts/api/imports"
import { Choice } from "../../parts/choice"
import { Field } from "../../parts/field"
import { Section } from "../../parts/section"
import { useText } from "../../parts/use-text"
import type { Plan } from "./plan-form"

const REASONS = ["manual", "hard_bounce", "complaint", "unsubscribed"] as const
const SCOPES = ["all", "marketing"] as const

/** What a row of a suppression list is about when it does not say so itself. */
export function ListFields({ plan, set }: { plan: Plan; set: (patch: Partial<Plan>) => void }) {
  const text = useText()
  return (
    <Section title={text("imports.listTitle")} hint={text("imports.listHint")}>
      <div className="grid grid-cols-1 gap-5 px-6 py-4 md:grid-cols-2">
        <Field label={text("imports.reason")} hint={text("imports.reasonHint")}>
          {(id) => (
            <Choice
              id={id}
              value={plan.reason}
              options={REASONS.map((value) => ({ value, label: text(`imports.reasons.${value}`) }))}
              onChange={(value) => set({ reason: value as ImportPlan["reason"] })}
            />
          )}
        </Field>
        <Field label={text("imports.scope")} hint={text("imports.scopeHint")}>
          {(id) => (
            <Choice
              id={id}
              value={plan.scope}
              options={SCOPES.map((value) => ({ value, label: text(`contacts.scope.${value}`) }))}
              onChange={(value) => set({ scope: value as ImportPlan["scope"] })}
            />
          )}
        </Field>
      </div>
    </Section>
  )
}
