import { DatePicker } from "@medusajs/ui"
import { useEffect, useState } from "react"
import type { SendingWindow } from "../../../src/core/mailings/sending-window"
import { ActionButton } from "../../parts/action-button"
import type { Mailing } from "../../parts/api/mailings"
import { Field } from "../../parts/field"
import { SaveBadge } from "../../parts/save-badge"
import { Section } from "../../parts/section"
import { useChange } from "../../parts/use-mailroom"
import { useRights } from "../../parts/use-rights"
import { useText } from "../../parts/use-text"
import { WindowChoice } from "../../parts/window-choice"

type Timing = { window: SendingWindow | null; not_later_than: string | null }

/** A moment is chosen in several steps: day, hour, minute. */
const CHOOSING_MS = 400

/** Hours, days and the end of one mailing. In a draft they are kept by themselves, as all of it; amid a dispatch on a click. */
export function TimingCard({ mailing, isRunning = false }: { mailing: Mailing; isRunning?: boolean }) {
  const text = useText()
  const { send: maySend } = useRights()
  const { timing, choose, isChanged, problem, save } = useTiming(mailing, !isRunning && maySend)
  const { not_later_than: end } = timing
  const state = problem ? ({ kind: "refused", sentence: "", isAway: false } as const) : ({ kind: "unsaved" } as const)

  return (
    <Section
      title={text("schedule.title")}
      hint={text(isRunning ? "schedule.running" : "schedule.hint")}
      actions={isChanged && !isRunning && <SaveBadge state={state} />}
    >
      <div className="flex flex-col gap-y-5 px-6 py-4">
        <WindowChoice value={timing.window} disabled={!maySend} onChange={(window) => choose({ ...timing, window })} />
        <Field label={text("schedule.end")} hint={text("schedule.endHint")} error={problem}>
          {() => (
            <DatePicker
              granularity="minute"
              isDisabled={!maySend}
              value={end ? new Date(end) : null}
              onChange={(at) => choose({ ...timing, not_later_than: at?.toISOString() ?? null })}
              aria-label={text("schedule.end")}
            />
          )}
        </Field>
        {isChanged && isRunning && (
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

function useTiming(mailing: Mailing, isKeptByItself: boolean) {
  const text = useText()
  const [problem, setProblem] = useState<string | null>(null)
  const stored: Timing = { window: inOrder(mailing.sending_window), not_later_than: mailing.not_later_than }
  const [timing, setTiming] = useState(stored)
  const isChanged = JSON.stringify(timing) !== JSON.stringify(stored)
  const save = useChange<Timing>(`/mailings/${mailing.id}/timing`, {
    done: isKeptByItself ? undefined : text("common.saved"),
    onDone: () => setProblem(null),
    onRefused: setProblem,
  })
  // Asked again only once something else was chosen.
  useEffect(() => {
    if (!isKeptByItself || !isChanged) return
    const timer = setTimeout(() => save.mutate(timing), CHOOSING_MS)
    return () => clearTimeout(timer)
  }, [timing, isKeptByItself])
  const choose = (next: Timing) => {
    setTiming(next)
    setProblem(null)
  }
  return { timing, choose, isChanged, problem, save }
}

/** The database sorts the keys of JSON: as it comes back, the same window would look like another one. */
function inOrder(window: SendingWindow | null): SendingWindow | null {
  if (window === null) return null
  const { hours, days } = window
  return { hours: hours && { from: hours.from, to: hours.to }, days }
}
