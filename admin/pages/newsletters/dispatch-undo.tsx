import { Alert } from "@medusajs/ui"
import { useEffect, useState } from "react"
import { ActionButton } from "../../parts/action-button"
import type { Mailing } from "../../parts/api/mailings"
import { useChange } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"

/** As long as nothing has left, one click makes it a draft again. */
export function UndoBanner({ mailing }: { mailing: Mailing }) {
  const text = useText()
  const seconds = useSecondsUntil(mailing.undo_until)
  const undo = useChange<void>(`/mailings/${mailing.id}/undo`, { done: text("schedule.undone") })
  if (seconds === 0) return null
  return (
    <Alert variant="warning" className="items-center">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <div>
          <p className="txt-compact-medium-plus text-ui-fg-base">{text("schedule.undoTitle", { count: seconds })}</p>
          <p>{text("schedule.undoHint")}</p>
        </div>
        <ActionButton needs="send" variant="primary" isLoading={undo.isPending} onClick={() => undo.mutate()}>
          {text("schedule.undo")}
        </ActionButton>
      </div>
    </Alert>
  )
}

/** Whole seconds still to come; 0 = over, or there was no such moment. */
export function useSecondsUntil(at: string | null): number {
  const [seconds, setSeconds] = useState(() => secondsUntil(at))
  useEffect(() => {
    setSeconds(secondsUntil(at))
    if (secondsUntil(at) === 0) return
    const timer = setInterval(() => setSeconds(secondsUntil(at)), 250)
    return () => clearInterval(timer)
  }, [at])
  return seconds
}

const secondsUntil = (at: string | null) =>
  at ? Math.max(0, Math.ceil((new Date(at).getTime() - Date.now()) / 1000)) : 0
