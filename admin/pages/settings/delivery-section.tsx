import { Input, RadioGroup } from "@medusajs/ui"
import type { SettingsAnswer } from "../../parts/api/settings"
import { Field } from "../../parts/field"
import { useText } from "../../parts/use-text"
import { SettingsForm } from "./settings-form"

/** Live, or everything to one address while the templates are being looked at (F61). */
export function DeliverySection({ answer }: { answer: SettingsAnswer }) {
  const text = useText()
  return (
    <SettingsForm section="delivery" answer={answer} title={text("settings.section.delivery")} hint={text("mode.hint")}>
      {(values, set) => (
        <>
          <RadioGroup
            aria-label={text("settings.section.delivery")}
            value={values.mode}
            onValueChange={(mode) => set({ mode: mode === "to_me_only" ? "to_me_only" : "live" })}
          >
            <RadioGroup.ChoiceBox value="live" label={text("mode.live")} description={text("mode.liveHint")} />
            <RadioGroup.ChoiceBox value="to_me_only" label={text("mode.toMe")} description={text("mode.toMeHint")} />
          </RadioGroup>
          {values.mode === "to_me_only" && (
            <Field label={text("mode.address")} hint={text("mode.addressHint")}>
              {(id) => (
                <Input
                  id={id}
                  type="email"
                  placeholder={text("common.addressPlaceholder")}
                  value={values.toMeAddress ?? ""}
                  onChange={(event) => set({ toMeAddress: event.target.value || null })}
                />
              )}
            </Field>
          )}
        </>
      )}
    </SettingsForm>
  )
}
