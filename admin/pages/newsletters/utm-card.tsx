import { Input, Text } from "@medusajs/ui"
import { campaignOf, utmOf, withUtm, type Utm } from "../../../src/core/mailings/utm"
import type { SettingsAnswer } from "../../parts/api/settings"
import { Choice } from "../../parts/choice"
import { Field } from "../../parts/field"
import { Section } from "../../parts/section"
import { useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"
import type { Draft } from "./use-draft"

const FIELDS = ["source", "medium", "campaign", "content"] as const
const OWN: Utm = { is_on: true, source: "", medium: "", campaign: "", content: "" }

/** What the links of this mailing say to the shop's web statistics. */
export function UtmCard({ draft: { draft, change } }: { draft: Draft }) {
  const text = useText()
  const { data } = useRead<SettingsAnswer>("/settings")
  const defaults = data?.settings.utm ?? { isOn: false, source: "", medium: "" }
  const { utm } = draft
  const chosen = utm === null ? "settings" : utm.is_on ? "own" : "off"
  const placeholder = { ...defaults, campaign: campaignOf(draft), content: "" }
  const parameters = utmOf(draft, defaults)
  return (
    <Section title={text("composer.utm.title")} hint={text("composer.utm.hint")}>
      <div className="flex flex-col gap-y-4 px-6 py-4">
        <Field label={text("composer.utm.as")}>
          {(id) => (
            <Choice
              id={id}
              value={chosen}
              onChange={(next) =>
                change({ utm: next === "settings" ? null : { ...(utm ?? OWN), is_on: next === "own" } })
              }
              options={[
                { value: "settings", label: text(`composer.utm.asSettings${defaults.isOn ? "" : "Off"}`) },
                { value: "own", label: text("composer.utm.own") },
                { value: "off", label: text("composer.utm.off") },
              ]}
            />
          )}
        </Field>
        {utm?.is_on && (
          <div className="grid grid-cols-1 gap-4 md:grid-cols-2">
            {FIELDS.map((field) => (
              <Field
                key={field}
                label={text(`composer.utm.${field}`)}
                hint={field === "campaign" ? text("composer.utm.campaignHint") : undefined}
              >
                {(id) => (
                  <Input
                    id={id}
                    maxLength={200}
                    value={utm[field]}
                    placeholder={placeholder[field]}
                    onChange={(event) => change({ utm: { ...utm, [field]: event.target.value } })}
                  />
                )}
              </Field>
            ))}
          </div>
        )}
        {parameters && (
          <Text size="xsmall" className="text-ui-fg-subtle break-all">
            {text("composer.utm.example")} <code>{withUtm("https://x", parameters).slice("https://x".length)}</code>
          </Text>
        )}
      </div>
    </Section>
  )
}
