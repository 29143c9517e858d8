import { Input } from "@medusajs/ui"
import type { SettingsAnswer } from "../../parts/api/settings"
import { Field } from "../../parts/field"
import { SwitchField } from "../../parts/switch-field"
import { useText } from "../../parts/use-text"
import { SettingsForm } from "./settings-form"

const KEPT = ["bodiesDays", "eventsMonths", "browsersDays", "importsDays"] as const

/** Who must be left in peace, and how long bodies and events are kept. */
export function ConsentSection({ answer }: { answer: SettingsAnswer }) {
  const text = useText()
  return (
    <>
      <SettingsForm section="consent" answer={answer} title={text("consent.title")} hint={text("consent.hint")}>
        {(values, set) => (
          <>
            <SwitchField
              label={text("consent.rule")}
              hint={text("consent.ruleHint")}
              isOn={values.inactiveMonths !== null}
              onChange={(isOn) => set({ inactiveMonths: isOn ? 24 : null })}
            />
            {values.inactiveMonths !== null && (
              <Field label={text("consent.months")}>
                {(id) => (
                  <Input
                    id={id}
                    type="number"
                    min={1}
                    max={120}
                    value={values.inactiveMonths ?? ""}
                    onChange={(event) => set({ inactiveMonths: Number(event.target.value) })}
                  />
                )}
              </Field>
            )}
          </>
        )}
      </SettingsForm>
      <SettingsForm section="retention" answer={answer} title={text("retention.title")} hint={text("retention.hint")}>
        {(values, set) => (
          <div className="grid grid-cols-1 gap-5 md:grid-cols-2">
            {KEPT.map((kept) => (
              <Field key={kept} label={text(`retention.${kept}`)} hint={text(`retention.${kept}Hint`)}>
                {(id) => (
                  <Input
                    id={id}
                    type="number"
                    min={1}
                    value={values[kept]}
                    onChange={(event) => set({ [kept]: Number(event.target.value) })}
                  />
                )}
              </Field>
            ))}
          </div>
        )}
      </SettingsForm>
    </>
  )
}
