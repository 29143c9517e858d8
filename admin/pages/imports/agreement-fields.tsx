import { Input, Textarea } from "@medusajs/ui"
import { Choice } from "../../parts/choice"
import { Field } from "../../parts/field"
import { Section } from "../../parts/section"
import { useText } from "../../parts/use-text"
import type { Plan } from "./plan-form"

const BASES = [
  "express_doi",
  "express_soi",
  "soft_opt_in",
  "casl_implied_purchase",
  "casl_implied_inquiry",
  "imported",
] as const

/** By what right these people may be written to: all of it is demanded, because it will be asked for one day. */
export function AgreementFields({ plan, set }: { plan: Plan; set: (patch: Partial<Plan>) => void }) {
  const text = useText()
  const { agreement } = plan
  const change = (patch: Partial<Plan["agreement"]>) => set({ agreement: { ...agreement, ...patch } })
  return (
    <Section title={text("imports.agreementTitle")} hint={text("imports.agreementHint")}>
      <div className="grid grid-cols-1 gap-5 px-6 py-4 md:grid-cols-2">
        <Field label={text("imports.basis")} hint={text(`imports.basisHints.${agreement.basis as "express_doi"}`)}>
          {(id) => (
            <Choice
              id={id}
              value={agreement.basis}
              options={BASES.map((value) => ({ value, label: text(`imports.bases.${value}`) }))}
              onChange={(basis) => change({ basis: basis as Plan["agreement"]["basis"] })}
            />
          )}
        </Field>
        <Field label={text("imports.agreedOn")} hint={text("imports.agreedOnHint")}>
          {(id) => (
            <Input
              id={id}
              type="date"
              value={agreement.date}
              onChange={(event) => change({ date: event.target.value })}
            />
          )}
        </Field>
        <div className="md:col-span-2">
          <Field label={text("imports.wording")} hint={text("imports.wordingHint")}>
            {(id) => (
              <Textarea
                id={id}
                rows={3}
                value={agreement.wording}
                onChange={(event) => change({ wording: event.target.value })}
              />
            )}
          </Field>
        </div>
        <Field label={text("imports.wordingLocale")}>
          {(id) => (
            <Input id={id} value={agreement.locale} onChange={(event) => change({ locale: event.target.value })} />
          )}
        </Field>
        <Field label={text("imports.note")} optional={text("common.optional")} hint={text("imports.noteHint")}>
          {(id) => <Input id={id} value={agreement.note} onChange={(event) => change({ note: event.target.value })} />}
        </Field>
      </div>
    </Section>
  )
}
