import { Input } from "@medusajs/ui"
import type { SettingsAnswer } from "../../parts/api/settings"
import { Field } from "../../parts/field"
import { SwitchField } from "../../parts/switch-field"
import { useText } from "../../parts/use-text"
import { SettingsForm } from "./settings-form"

/** What links of mailings tell the shop's web statistics, unless a mailing says otherwise. */
export function UtmSection({ answer }: { answer: SettingsAnswer }) {
  const text = useText()
  return (
    <SettingsForm
      section="utm"
      answer={answer}
      title={text("settings.section.utm")}
      hint={text("composer.settings.utmHint")}
    >
      {(values, set) => (
        <>
          <SwitchField
            label={text("composer.settings.utmOn")}
            hint={text("composer.settings.utmOnHint")}
            isOn={values.isOn}
            onChange={(isOn) => set({ isOn })}
          />
          <div className="grid grid-cols-1 gap-5 md:grid-cols-2">
            {(["source", "medium"] as const).map((field) => (
              <Field key={field} label={text(`composer.utm.${field}`)}>
                {(id) => (
                  <Input
                    id={id}
                    maxLength={200}
                    value={values[field]}
                    onChange={(event) => set({ [field]: event.target.value })}
                  />
                )}
              </Field>
            ))}
          </div>
        </>
      )}
    </SettingsForm>
  )
}
