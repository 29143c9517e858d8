import { Input, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import {
  automationSettingsSchema,
  PRIORITIES,
  type AutomationSettings,
} from "../../../src/core/automations/automation-settings"
import type { SettingsAnswer } from "../../parts/api/settings"
import { Choice } from "../../parts/choice"
import { Field } from "../../parts/field"
import { Section } from "../../parts/section"
import { useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"
import { WindowChoice } from "../../parts/window-choice"

type Settings = Record<string, unknown>
type Rules = Pick<AutomationSettings, "sendingWindow" | "whenCapped" | "deferDays" | "priority">
type Props = { settings: Settings; disabled: boolean; onChange: (settings: Settings) => void }

const MOST_DAYS = 30

/** When the marketing mails of an automation go, and which one goes where a person would get too many. */
export function SendRulesCard({ settings, disabled, onChange }: Props) {
  const text = useText()
  const rules = rulesIn(settings)
  const set = (change: Partial<Rules>) => onChange({ ...settings, ...change })
  return (
    <div className="max-w-2xl">
      <Section title={text("automations.sendRules.title")} hint={text("automations.sendRules.hint")}>
        <fieldset disabled={disabled} className="flex flex-col gap-y-5 px-6 py-4">
          <WindowChoice
            value={rules.sendingWindow}
            disabled={disabled}
            onChange={(sendingWindow) => set({ sendingWindow })}
          />
          <Field label={text("automations.sendRules.whenCapped")} hint={<CapSaid />}>
            {(id) => (
              <Choice
                id={id}
                value={rules.whenCapped}
                disabled={disabled}
                onChange={(chosen) => set({ whenCapped: chosen as Rules["whenCapped"] })}
                options={(["skip", "defer"] as const).map((value) => ({
                  value,
                  label: text(`automations.sendRules.${value}`),
                }))}
              />
            )}
          </Field>
          {rules.whenCapped === "defer" && <DeferDays days={rules.deferDays} onChange={set} />}
          <Field label={text("automations.sendRules.priority")} hint={text("automations.sendRules.priorityHint")}>
            {(id) => (
              <Choice
                id={id}
                value={rules.priority}
                disabled={disabled}
                onChange={(chosen) => set({ priority: chosen as Rules["priority"] })}
                options={[...PRIORITIES].reverse().map((value) => ({
                  value,
                  label: text(`automations.sendRules.priorities.${value}`),
                }))}
              />
            )}
          </Field>
        </fieldset>
      </Section>
    </div>
  )
}

/** What an older automation does not say is as the schema has it. */
function rulesIn(settings: Settings): Rules {
  const { sendingWindow, whenCapped, deferDays, priority } = automationSettingsSchema.shape
  return {
    sendingWindow: sendingWindow.parse(settings.sendingWindow),
    whenCapped: whenCapped.parse(settings.whenCapped),
    deferDays: deferDays.parse(settings.deferDays),
    priority: priority.parse(settings.priority),
  }
}

function DeferDays({ days, onChange }: { days: number; onChange: (change: Pick<Rules, "deferDays">) => void }) {
  const text = useText()
  return (
    <Field label={text("automations.sendRules.deferDays")} hint={text("automations.sendRules.deferDaysHint")}>
      {(id) => (
        <Input
          id={id}
          type="number"
          min={1}
          max={MOST_DAYS}
          className="max-w-32"
          value={days}
          onChange={({ target }) =>
            onChange({ deferDays: Math.min(MOST_DAYS, Math.max(1, Math.round(Number(target.value)))) })
          }
        />
      )}
    </Field>
  )
}

/** The shop's limit, which this is about; nothing of it matters while there is none. */
function CapSaid() {
  const text = useText()
  const { data } = useRead<SettingsAnswer>("/settings")
  if (!data) return null
  const { most, days } = data.settings.frequency
  return (
    <Text as="span" size="small" className="text-ui-fg-subtle">
      {most === null ? text("automations.sendRules.noCap") : text("automations.sendRules.cap", { count: most, days })}{" "}
      <Link className="text-ui-fg-interactive" to="/mailroom/settings?section=schedule">
        {text("automations.sendRules.toSettings")}
      </Link>
    </Text>
  )
}
