import { DatePicker } from "@medusajs/ui"
import { useState } from "react"
import type { SendingWindow } from "../../../src/core/mailings/sending-window"
import { ActionButton } from "../../parts/action-button"
import type { Mailing } from "../../parts/api/mailings"
import type { SettingsAnswer } from "../../parts/api/settings"
import { Choice } from "../../parts/choice"
import { Field } from "../../parts/field"
import { Section } from "../../parts/section"
import { useChange, useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"
import { useWindowSaid } from "../../parts/use-window"
import { WindowFields } from "../../parts/window-fields"

type Timing = { window: SendingWindow | null; not_later_than: string | null }
const ANY_TIME: SendingWindow = { hours: null, days: null }
const DAYTIME: SendingWindow = { hours: { from: 8, to: 20 }, days: [1, 2, 3, 4, 5] }

/** Hours, days and the end of one mailing; also while it goes out. */
export function TimingCard({ mailing, isRunning = false }: { mailing: Mailing; isRunning?: boolean }) {
  const text = useText()
  const settings = useRead<SettingsAnswer>("/settings")
  const said = useWindowSaid()
  const [problem, setProblem] = useState<string | null>(null)
  const stored: Timing = { window: mailing.sending_window, not_later_than: mailing.not_later_than }
  const [timing, setTiming] = useState(stored)
  const isChanged = JSON.stringify(timing) !== JSON.stringify(stored)
  const save = useChange<Timing>(`/mailings/${mailing.id}/timing`, {
    done: text("common.saved"),
    onDone: () => setProblem(null),
    onRefused: setProblem,
  })
  const { window, not_later_than: end } = timing
  const store = settings.data?.settings.schedule ?? ANY_TIME
  const choose = (chosen: string) =>
    setTiming({ ...timing, window: chosen === "store" ? null : chosen === "any" ? ANY_TIME : DAYTIME })

  return (
    <Section title={text("schedule.title")} hint={text(isRunning ? "schedule.running" : "schedule.hint")}>
      <div className="flex flex-col gap-y-5 px-6 py-4">
        <Field label={text("schedule.window")}>
          {(id) => (
            <Choice
              id={id}
              value={kindOf(window)}
              onChange={choose}
              options={[
                { value: "store", label: text("schedule.asStore", { window: said(store) }) },
                { value: "any", label: text("schedule.anyTime") },
                { value: "own", label: text("schedule.own") },
              ]}
            />
          )}
        </Field>
        {window && kindOf(window) === "own" && (
          <WindowFields value={window} onChange={(next) => setTiming({ ...timing, window: next })} />
        )}
        <Field label={text("schedule.end")} hint={text("schedule.endHint")} error={problem}>
          {() => (
            <DatePicker
              granularity="minute"
              value={end ? new Date(end) : null}
              onChange={(at) => setTiming({ ...timing, not_later_than: at?.toISOString() ?? null })}
              aria-label={text("schedule.end")}
            />
          )}
        </Field>
        {isChanged && (
          <div>
            <ActionButton needs="send" isLoading={save.isPending} onClick={() => save.mutate(timing)}>
              {text("schedule.save")}
            </ActionButton>
          </div>
        )}
      </div>
    </Section>
  )
}

function kindOf(window: SendingWindow | null): "store" | "any" | "own" {
  if (window === null) return "store"
  return window.hours === null && window.days === null ? "any" : "own"
}
