import { Input } from "@medusajs/ui"
import type { SettingsAnswer } from "../../parts/api/settings"
import { Field } from "../../parts/field"
import { useText } from "../../parts/use-text"
import { SettingsForm } from "./settings-form"

const KEPT = ["bodiesDays", "eventsMonths", "browsersDays", "importsDays"] as const

/** How long bodies and events are kept. */
export function RetentionForm({ answer }: { answer: SettingsAnswer }) {
  const text = useText()
  return (
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
  )
}
