import { usePrompt } from "@medusajs/ui"
import { useNavigate } from "react-router-dom"
import { ActionButton } from "../../parts/action-button"
import type { Mailing, MailingState } from "../../parts/api/mailings"
import { useChange } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"
import { Resend } from "./dispatch-resend"
import { useSecondsUntil } from "./dispatch-undo"
import { ArchiveButton } from "./schedule-archive"

/** Pause and resume at once; stop only after a question, because it cannot be taken back. */
export function DispatchActions({ mailing, state }: { mailing: Mailing; state: MailingState }) {
  const text = useText()
  const prompt = usePrompt()
  const navigate = useNavigate()
  const pause = useChange<void>(`/mailings/${mailing.id}/pause`, { done: text("newsletters.pausedNow") })
  const resume = useChange<void>(`/mailings/${mailing.id}/resume`, { done: text("newsletters.resumed") })
  const stop = useChange<void>(`/mailings/${mailing.id}/stop`, { done: text("newsletters.stoppedNow") })
  const duplicate = useChange<void, { mailing: Mailing }>(`/mailings/${mailing.id}/duplicate`, {
    done: text("newsletters.duplicated"),
    onDone: (answer) => navigate(`/mailroom/newsletters/${answer.mailing.id}`),
  })
  const isOver = state === "sent" || state === "stopped"
  const isMoving = state === "sending" || state === "planning"

  // One button is enough: until then nothing has left that a brake could hold.
  const isUndoable = useSecondsUntil(state === "planning" ? mailing.undo_until : null) > 0

  async function askToStop() {
    const isSure = await prompt({
      title: text("newsletters.stopTitle"),
      description: text("newsletters.stopDescription"),
      confirmText: text("newsletters.stop"),
      cancelText: text("common.back"),
    })
    if (isSure) stop.mutate()
  }

  return (
    <>
      {isMoving && !isUndoable && (
        <ActionButton needs="send" isLoading={pause.isPending} onClick={() => pause.mutate()}>
          {text("newsletters.pause")}
        </ActionButton>
      )}
      {state === "paused" && (
        <ActionButton needs="send" variant="primary" isLoading={resume.isPending} onClick={() => resume.mutate()}>
          {text("newsletters.resume")}
        </ActionButton>
      )}
      {(isMoving || state === "paused") && !isUndoable && (
        <ActionButton needs="send" variant="danger" isLoading={stop.isPending} onClick={() => void askToStop()}>
          {text("newsletters.stop")}
        </ActionButton>
      )}
      {isOver && <Resend mailing={mailing} />}
      {(isOver || state === "failed") && <ArchiveButton mailing={mailing} />}
      {!isMoving && state !== "paused" && (
        <ActionButton needs="edit" isLoading={duplicate.isPending} onClick={() => duplicate.mutate()}>
          {text("newsletters.duplicate")}
        </ActionButton>
      )}
    </>
  )
}
