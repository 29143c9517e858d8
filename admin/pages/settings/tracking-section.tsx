import { Alert } from "@medusajs/ui"
import type { SettingsAnswer } from "../../parts/api/settings"
import { Choice } from "../../parts/choice"
import { Field } from "../../parts/field"
import { useText } from "../../parts/use-text"
import { SettingsForm } from "./settings-form"

const POLICIES = ["consent_only", "aggregate_only", "off", "all"] as const
type Policy = (typeof POLICIES)[number]

/** What may be seen of whom. "All" is possible, and says what it means. */
export function TrackingSection({ answer }: { answer: SettingsAnswer }) {
  const text = useText()
  const options = POLICIES.map((value) => ({ value, label: text(`tracking.policy.${value}`) }))
  return (
    <SettingsForm
      section="tracking"
      answer={answer}
      title={text("settings.section.tracking")}
      hint={text("tracking.hint")}
    >
      {(values, set) => (
        <>
          <Field label={text("tracking.opens")} hint={text(`tracking.policyHint.${values.opens}`)}>
            {(id) => (
              <Choice
                id={id}
                value={values.opens}
                onChange={(opens) => set({ opens: opens as Policy })}
                options={options}
              />
            )}
          </Field>
          <Field label={text("tracking.clicks")} hint={text(`tracking.policyHint.${values.clicks}`)}>
            {(id) => (
              <Choice
                id={id}
                value={values.clicks}
                onChange={(clicks) => set({ clicks: clicks as Policy })}
                options={options}
              />
            )}
          </Field>
          {(values.opens === "all" || values.clicks === "all") && (
            <Alert variant="warning">{text("tracking.legalWarning")}</Alert>
          )}
        </>
      )}
    </SettingsForm>
  )
}
