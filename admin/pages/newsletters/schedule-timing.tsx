import { DatePicker } from "@medusajs/ui"
import { useState } from "react"
import type { SendingWindow } from "../../../src/core/mailings/sending-window"
import { ActionButton } from "../../parts/action-button"
import type { Mailing } from "../../parts/api/mailings"
import { Field } from "../../parts/field"
import { Section } from "../../parts/section"
import { useChange } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"
import { WindowChoice } from "../../parts/window-choice"

type Timing = { window: SendingWindow | null; not_later_than: string | null }

/** Hours, days and the end of one mailing; also while it goes out. */
export function TimingCard({ mailing, isRunning = false }: { mailing: Mailing; isRunning?: boolean }) {
  const text = useText()
  const [problem, setProblem] = useState<string | null>(null)
  const stored: Timing = { window: mailing.sending_window, not_later_than: mailing.not_later_than }
  const [timing, setTiming] = useState(stored)
  const isChanged = JSON.stringify(timing) !== JSON.stringify(stored)
  const save = useChange<Timing>(`/mailings/${mailing.id}/timing`, {
    done: text("common.saved"),
    onDone: () => setProblem(null),
    onRefused: setProblem,
  })
  const { not_later_than: end } = timing

  return (
    <Section title={text("schedule.title")} hint={text(isRunning ? "schedule.running" : "schedule.hint")}>
      <div className="flex flex-col gap-y-5 px-6 py-4">
        <WindowChoice value={timing.window} onChange={(window) => setTiming({ ...timing, window })} />
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
