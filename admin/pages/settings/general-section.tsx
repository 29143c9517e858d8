import { Input } from "@medusajs/ui"
import type { SettingsAnswer } from "../../parts/api/settings"
import { Choice } from "../../parts/choice"
import { Field } from "../../parts/field"
import { useText } from "../../parts/use-text"
import { SettingsForm } from "./settings-form"

const LANGUAGES = ["en", "de", "fr", "es", "it"]

/** Where links in mails lead, and the shop's time zone and language. */
export function GeneralSection({ answer }: { answer: SettingsAnswer }) {
  const text = useText()
  return (
    <SettingsForm
      section="general"
      answer={answer}
      title={text("settings.section.general")}
      hint={text("general.hint")}
    >
      {(values, set) => (
        <>
          <Field label={text("general.baseUrl")} hint={text("general.baseUrlHint")}>
            {(id) => (
              <Input
                id={id}
                type="url"
                placeholder="https://shop.example.com"
                value={values.baseUrl ?? ""}
                onChange={(event) => set({ baseUrl: event.target.value || null })}
              />
            )}
          </Field>
          <Field label={text("general.storefrontUrl")} hint={text("general.storefrontUrlHint")}>
            {(id) => (
              <Input
                id={id}
                type="url"
                placeholder="https://www.example.com"
                value={values.storefrontUrl ?? ""}
                onChange={(event) => set({ storefrontUrl: event.target.value || null })}
              />
            )}
          </Field>
          <Field label={text("general.cartUrl")} hint={text("general.cartUrlHint")} optional={text("common.optional")}>
            {(id) => (
              <Input
                id={id}
                placeholder="https://www.example.com/cart?id={cart_id}"
                value={values.cartUrlPattern ?? ""}
                onChange={(event) => set({ cartUrlPattern: event.target.value || null })}
              />
            )}
          </Field>
          <div className="grid grid-cols-1 gap-5 md:grid-cols-2">
            <Field label={text("general.timeZone")} hint={text("general.timeZoneHint")}>
              {(id) => (
                <Choice
                  id={id}
                  value={values.timeZone}
                  onChange={(timeZone) => set({ timeZone })}
                  options={timeZones(values.timeZone)}
                />
              )}
            </Field>
            <Field label={text("general.locale")} hint={text("general.localeHint")}>
              {(id) => (
                <Choice
                  id={id}
                  value={values.locale}
                  onChange={(locale) => set({ locale })}
                  options={LANGUAGES.map((value) => ({
                    value,
                    label: new Intl.DisplayNames([value], { type: "language" }).of(value) ?? value,
                  }))}
                />
              )}
            </Field>
          </div>
        </>
      )}
    </SettingsForm>
  )
}

/** The browser's own list; the value in force is in it even where the browser does not know it. */
function timeZones(current: string): { value: string; label: string }[] {
  const zones = new Set(["UTC", current, ...Intl.supportedValuesOf("timeZone")])
  return [...zones].map((value) => ({ value, label: value.replaceAll("_", " ") }))
}
