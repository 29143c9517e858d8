import { Input } from "@medusajs/ui"
import { MOST_PICKED_EVER } from "../../../src/core/mailings/audience"
import type { SettingsAnswer } from "../../parts/api/settings"
import { Field } from "../../parts/field"
import { useText } from "../../parts/use-text"
import { SettingsForm } from "./settings-form"

/** How many people one serial mail may be picked for by hand (F7). */
export function SerialForm({ answer }: { answer: SettingsAnswer }) {
  const text = useText()
  return (
    <SettingsForm
      section="serial"
      answer={answer}
      title={text("throttle.serial.title")}
      hint={text("throttle.serial.hint")}
    >
      {({ most }, set) => (
        <div className="max-w-xs">
          <Field label={text("throttle.serial.most")}>
            {(id) => (
              <Input
                id={id}
                type="number"
                min={1}
                max={MOST_PICKED_EVER}
                value={most}
                onChange={(event) => set({ most: Number(event.target.value) })}
              />
            )}
          </Field>
        </div>
      )}
    </SettingsForm>
  )
}
