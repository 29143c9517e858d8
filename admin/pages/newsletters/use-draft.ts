import { useQueryClient } from "@tanstack/react-query"
import { useCallback, useEffect, useRef, useState } from "react"
import type { Mailing, MailingInput } from "../../parts/api/mailings"
import { mailroom } from "../../parts/client"
import { sentenceOf, statusOf } from "../../parts/error-sentence"
import { useText } from "../../parts/use-text"

const TYPING_MS = 700

export type SaveState =
  | { kind: "saved" }
  | { kind: "unsaved" }
  | { kind: "saving" }
  | { kind: "conflict" }
  | { kind: "refused"; sentence: string }

/**
 * The draft as it is typed: saved by itself when the typing pauses, and once more before anything is sent.
 * The revision makes a second tab's older draft lose loudly instead of silently winning.
 */
export function useDraft(mailing: Mailing) {
  const text = useText()
  const queries = useQueryClient()
  const [draft, setDraft] = useState<MailingInput>(inputOf(mailing))
  const [state, setState] = useState<SaveState>({ kind: "saved" })
  const [revision, setRevision] = useState(mailing.revision)
  const pending = useRef<Partial<MailingInput>>({})
  const lastRevision = useRef(mailing.revision)
  const running = useRef<Promise<boolean>>(Promise.resolve(true))

  const save = useCallback((): Promise<boolean> => {
    running.current = running.current.then(async () => {
      const change = pending.current
      if (Object.keys(change).length === 0) return true
      pending.current = {}
      setState({ kind: "saving" })
      try {
        const answer = await mailroom<{ mailing: Mailing }>(`/mailings/${mailing.id}`, {
          method: "POST",
          body: { ...change, revision: lastRevision.current },
        })
        lastRevision.current = answer.mailing.revision
        setRevision(answer.mailing.revision)
        setState({ kind: Object.keys(pending.current).length > 0 ? "unsaved" : "saved" })
        queries.setQueryData(["mailroom", `/mailings/${mailing.id}`, {}], answer)
        return true
      } catch (error) {
        pending.current = { ...change, ...pending.current }
        setState(
          statusOf(error) === 409
            ? { kind: "conflict" }
            : { kind: "refused", sentence: sentenceOf(error, text("common.somethingWentWrong")) },
        )
        return false
      }
    })
    return running.current
  }, [mailing.id, queries, text])

  const change = useCallback((patch: Partial<MailingInput>) => {
    pending.current = { ...pending.current, ...patch }
    setDraft((before) => ({ ...before, ...patch }))
    setState((before) => (before.kind === "conflict" ? before : { kind: "unsaved" }))
  }, [])

  useEffect(() => {
    if (state.kind !== "unsaved") return
    const timer = setTimeout(() => void save(), TYPING_MS)
    return () => clearTimeout(timer)
  }, [draft, state.kind, save])

  useWarnBeforeLeaving(state.kind !== "saved")

  return { draft, change, save, state, revision }
}

export type Draft = ReturnType<typeof useDraft>

function inputOf(mailing: Mailing): MailingInput {
  const { name, subject, preheader, document, topic_id, sender_id, is_tracked, is_copy_kept } = mailing
  return { name, subject, preheader, document, topic_id, sender_id, is_tracked, is_copy_kept }
}

function useWarnBeforeLeaving(isDirty: boolean) {
  useEffect(() => {
    if (!isDirty) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener("beforeunload", warn)
    return () => window.removeEventListener("beforeunload", warn)
  }, [isDirty])
}
