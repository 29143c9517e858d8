import type { SendingWindow } from "../../src/core/mailings/sending-window"
import type { SettingsAnswer } from "./api/settings"
import { Choice } from "./choice"
import { Field } from "./field"
import { useRead } from "./use-mailroom"
import { useText } from "./use-text"
import { useWindowSaid } from "./use-window"
import { WindowFields } from "./window-fields"

/** `value` null: as in the settings of the shop. */
type Props = { value: SendingWindow | null; disabled?: boolean; onChange: (window: SendingWindow | null) => void }

const ANY_TIME: SendingWindow = { hours: null, days: null }
const DAYTIME: SendingWindow = { hours: { from: 8, to: 20 }, days: [1, 2, 3, 4, 5] }

/** The shop's hours and days, none, or own ones. */
export function WindowChoice({ value, disabled, onChange }: Props) {
  const text = useText()
  const said = useWindowSaid()
  const settings = useRead<SettingsAnswer>("/settings")
  const store = settings.data?.settings.schedule ?? ANY_TIME
  const choose = (chosen: string) => onChange(chosen === "store" ? null : chosen === "any" ? ANY_TIME : DAYTIME)
  return (
    <>
      <Field label={text("schedule.window")}>
        {(id) => (
          <Choice
            id={id}
            value={kindOf(value)}
            disabled={disabled}
            onChange={choose}
            options={[
              { value: "store", label: text("schedule.asStore", { window: said(store) }) },
              { value: "any", label: text("schedule.anyTime") },
              { value: "own", label: text("schedule.own") },
            ]}
          />
        )}
      </Field>
      {value && kindOf(value) === "own" && <WindowFields value={value} onChange={onChange} />}
    </>
  )
}

function kindOf(window: SendingWindow | null): "store" | "any" | "own" {
  if (window === null) return "store"
  return window.hours === null && window.days === null ? "any" : "own"
}
