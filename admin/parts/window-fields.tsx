import { clx, Text } from "@medusajs/ui"
import type { SendingWindow } from "../../src/core/mailings/sending-window"
import { Choice } from "./choice"
import { SwitchField } from "./switch-field"
import { useText } from "./use-text"
import { useWeekdays } from "./use-window"

type Props = { value: SendingWindow; onChange: (window: SendingWindow) => void }

const DAYTIME = { from: 8, to: 20 }
const WORKDAYS = [1, 2, 3, 4, 5]
const hoursFrom = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, n) => first + n)

/** Hours and weekdays at which marketing mail may leave. */
export function WindowFields({ value, onChange }: Props) {
  const text = useText()
  const { hours, days } = value
  return (
    <div className="flex flex-col gap-y-4">
      <SwitchField
        label={text("schedule.settings.onlyHours")}
        isOn={hours !== null}
        onChange={(isOn) => onChange({ hours: isOn ? DAYTIME : null, days })}
      />
      {hours && (
        <div className="grid max-w-xs grid-cols-2 gap-3 pl-9">
          <Hour
            label={text("schedule.from")}
            value={hours.from}
            all={hoursFrom(0, 23)}
            onChange={(from) => onChange({ hours: { from, to: hours.to === from ? from + 1 : hours.to }, days })}
          />
          <Hour
            label={text("schedule.to")}
            value={hours.to}
            all={hoursFrom(1, 24)}
            onChange={(to) => onChange({ hours: { from: hours.from === to ? to - 1 : hours.from, to }, days })}
          />
          {hours.to < hours.from && (
            <Text size="small" className="text-ui-fg-subtle col-span-2">
              {text("schedule.overnight")}
            </Text>
          )}
        </div>
      )}
      <SwitchField
        label={text("schedule.settings.onlyDays")}
        isOn={days !== null}
        onChange={(isOn) => onChange({ hours, days: isOn ? WORKDAYS : null })}
      />
      {days && <Days value={days} onChange={(chosen) => onChange({ hours, days: chosen })} />}
    </div>
  )
}

function Hour(props: { label: string; value: number; all: number[]; onChange: (hour: number) => void }) {
  const text = useText()
  return (
    <Choice
      size="small"
      label={props.label}
      value={String(props.value)}
      options={props.all.map((hour) => ({ value: String(hour), label: text("schedule.clock", { hour }) }))}
      onChange={(hour) => props.onChange(Number(hour))}
    />
  )
}

/** At least one stays chosen: a mail that may never go is a mistake. */
function Days({ value, onChange }: { value: number[]; onChange: (days: number[]) => void }) {
  const text = useText()
  const names = useWeekdays()
  const toggle = (day: number) => {
    const next = value.includes(day) ? value.filter((one) => one !== day) : [...value, day].sort((a, b) => a - b)
    if (next.length > 0) onChange(next)
  }
  return (
    <div role="group" aria-label={text("schedule.days")} className="flex flex-wrap gap-1.5 pl-9">
      {names.map((name, index) => {
        const isOn = value.includes(index + 1)
        return (
          <button
            key={name}
            type="button"
            aria-pressed={isOn}
            onClick={() => toggle(index + 1)}
            className={clx(
              "txt-compact-small-plus shadow-borders-base min-w-11 rounded-md px-2 py-1.5",
              isOn ? "bg-ui-bg-interactive text-ui-fg-on-color" : "bg-ui-bg-base text-ui-fg-subtle",
            )}
          >
            {name}
          </button>
        )
      })}
    </div>
  )
}
