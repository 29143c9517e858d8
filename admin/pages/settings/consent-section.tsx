import { Heading, Input, Text, Textarea } from "@medusajs/ui"
import type { ReactNode } from "react"
import type { Settings, SettingsAnswer } from "../../parts/api/settings"
import { Field } from "../../parts/field"
import { SwitchField } from "../../parts/switch-field"
import { useText } from "../../parts/use-text"
import { RetentionForm } from "./retention-form"
import { SettingsForm } from "./settings-form"

type Consent = Settings["consent"]
type FieldsProps = { values: Consent; set: (patch: Partial<Consent>) => void }

/** Who must be left in peace, what a purchase allows, and how one leaves by mail; one form, because it is one section. */
export function ConsentSection({ answer }: { answer: SettingsAnswer }) {
  const text = useText()
  return (
    <>
      <SettingsForm section="consent" answer={answer} title={text("consent.title")} hint={text("consent.hint")}>
        {(values, set) => (
          <>
            <QuietFields values={values} set={set} />
            <Part title={text("consent.basisTitle")} hint={text("consent.basisHint")}>
              <SoftOptInFields values={values} set={set} />
            </Part>
            <Part title={text("consent.mailTitle")} hint={text("consent.mailHint")}>
              <Field label={text("consent.domain")} hint={text("consent.domainHint")}>
                {(id) => (
                  <Input
                    id={id}
                    placeholder="bounce.your-shop.com"
                    value={values.unsubscribeDomain ?? ""}
                    onChange={(event) => set({ unsubscribeDomain: event.target.value || null })}
                  />
                )}
              </Field>
            </Part>
          </>
        )}
      </SettingsForm>
      <RetentionForm answer={answer} />
    </>
  )
}

function Part({ title, hint, children }: { title: string; hint: string; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-y-4 border-t pt-5">
      <div>
        <Heading level="h3">{title}</Heading>
        <Text size="small" className="text-ui-fg-subtle max-w-3xl">
          {hint}
        </Text>
      </div>
      {children}
    </div>
  )
}

function QuietFields({ values, set }: FieldsProps) {
  const text = useText()
  return (
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
  )
}

function SoftOptInFields({ values, set }: FieldsProps) {
  const text = useText()
  return (
    <>
      <SwitchField
        label={text("consent.softOptIn")}
        hint={text("consent.softOptInHint")}
        isOn={values.softOptInShownAtCheckout}
        onChange={(softOptInShownAtCheckout) => set({ softOptInShownAtCheckout })}
      />
      {values.softOptInShownAtCheckout && (
        <>
          <Field label={text("consent.since")} hint={text("consent.sinceHint")}>
            {(id) => (
              <Input
                id={id}
                type="date"
                value={values.softOptInSince ?? ""}
                onChange={(event) => set({ softOptInSince: event.target.value || null })}
              />
            )}
          </Field>
          <Field label={text("consent.wording")}>
            {(id) => (
              <Textarea
                id={id}
                rows={2}
                value={values.softOptInWording ?? ""}
                onChange={(event) => set({ softOptInWording: event.target.value || null })}
              />
            )}
          </Field>
        </>
      )}
    </>
  )
}
