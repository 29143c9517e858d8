import { Input } from "@medusajs/ui"
import type { SettingsAnswer } from "../../parts/api/settings"
import { Field } from "../../parts/field"
import { SwitchField } from "../../parts/switch-field"
import { useText } from "../../parts/use-text"
import { WindowFields } from "../../parts/window-fields"
import { SettingsForm } from "./settings-form"

/** How often a person hears of the store, and when (F33). */
export function ScheduleSection({ answer }: { answer: SettingsAnswer }) {
  const text = useText()
  return (
    <>
      <SettingsForm
        section="frequency"
        answer={answer}
        title={text("schedule.settings.frequencyTitle")}
        hint={text("schedule.settings.frequencyHint")}
      >
        {({ most, days }, set) => (
          <>
            <SwitchField
              label={text("schedule.settings.isCapped")}
              isOn={most !== null}
              onChange={(isOn) => set({ most: isOn ? (answer.defaults.frequency.most ?? 3) : null })}
            />
            {most !== null && (
              <div className="grid max-w-md grid-cols-2 gap-4 pl-9">
                <Whole
                  label={text("schedule.settings.most")}
                  value={most}
                  max={50}
                  onChange={(value) => set({ most: value })}
                />
                <Whole
                  label={text("schedule.settings.inDays")}
                  value={days}
                  max={31}
                  onChange={(value) => set({ days: value })}
                />
              </div>
            )}
          </>
        )}
      </SettingsForm>
      <SettingsForm
        section="schedule"
        answer={answer}
        title={text("schedule.settings.title")}
        hint={text("schedule.settings.hint")}
      >
        {({ undoSeconds, hours, days }, set) => (
          <>
            <WindowFields value={{ hours, days }} onChange={set} />
            <div className="max-w-md">
              <Whole
                label={text("schedule.settings.undoSeconds")}
                hint={text("schedule.settings.undoHint")}
                value={undoSeconds}
                min={0}
                max={3600}
                onChange={(value) => set({ undoSeconds: value })}
              />
            </div>
          </>
        )}
      </SettingsForm>
    </>
  )
}

type WholeProps = {
  label: string
  hint?: string
  value: number
  min?: number
  max: number
  onChange: (value: number) => void
}

function Whole({ label, hint, value, min = 1, max, onChange }: WholeProps) {
  return (
    <Field label={label} hint={hint}>
      {(id) => (
        <Input
          id={id}
          type="number"
          min={min}
          max={max}
          value={value}
          onChange={(event) => onChange(Number(event.target.value))}
        />
      )}
    </Field>
  )
}
