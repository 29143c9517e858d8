import { startTransition, useCallback, useEffect, useRef, useState } from "react"
import { sentenceOf, statusOf } from "./error-sentence"
import { useLeaveGuard } from "./use-leave-guard"
import { useText } from "./use-text"

const TYPING_MS = 700
const AWAY_MS = 5_000

export type SaveState =
  | { kind: "saved" }
  | { kind: "unsaved" }
  | { kind: "saving" }
  | { kind: "conflict" }
  | { kind: "refused"; sentence: string; isAway: boolean }

type Options<Fields> = {
  initial: Fields
  revision: number
  /** Returns the new revision; throws what the server says. */
  send: (change: Partial<Fields>, revision: number) => Promise<number>
}

/**
 * What is typed, saved by itself when the typing pauses, and once more before anything is sent. The revision makes a
 * second tab's older draft lose loudly instead of silently winning.
 */
export function useAutosave<Fields extends object>({ initial, revision: first, send }: Options<Fields>) {
  const text = useText()
  const [draft, setDraft] = useState<Fields>(initial)
  const [state, setState] = useState<SaveState>({ kind: "saved" })
  const [revision, setRevision] = useState(first)
  const pending = useRef<Partial<Fields>>({})
  const lastRevision = useRef(first)
  const newest = useRef(initial)
  const running = useRef<Promise<boolean>>(Promise.resolve(true))
  const sending = useRef(send)
  sending.current = send

  const save = useCallback((): Promise<boolean> => {
    running.current = running.current.then(async () => {
      const change = pending.current
      if (Object.keys(change).length === 0) return true
      pending.current = {}
      setState({ kind: "saving" })
      try {
        lastRevision.current = await sending.current(change, lastRevision.current)
        setRevision(lastRevision.current)
        setState({ kind: Object.keys(pending.current).length > 0 ? "unsaved" : "saved" })
        return true
      } catch (error) {
        pending.current = { ...change, ...pending.current }
        setState(stateAfter(error, text("common.somethingWentWrong")))
        return false
      }
    })
    return running.current
  }, [text])

  const note = useCallback((patch: Partial<Fields>) => {
    pending.current = { ...pending.current, ...patch }
    newest.current = { ...newest.current, ...patch }
    setState((before) => (before.kind === "conflict" || before.kind === "unsaved" ? before : { kind: "unsaved" }))
  }, [])

  /** Drawn before the next keystroke: a field that shows the draft would else take letters back. */
  const change = useCallback(
    (patch: Partial<Fields>) => {
      note(patch)
      setDraft((before) => ({ ...before, ...patch }))
    },
    [note],
  )

  /** For an editor that holds its own words: the cards of the page may follow a moment later, the next keystroke goes first. */
  const write = useCallback(
    (patch: Partial<Fields>) => {
      note(patch)
      startTransition(() => setDraft((before) => ({ ...before, ...patch })))
    },
    [note],
  )

  useEffect(() => {
    if (state.kind !== "unsaved") return
    const timer = setTimeout(() => void save(), TYPING_MS)
    return () => clearTimeout(timer)
  }, [draft, state.kind, save])

  // A tunnel, a server that starts anew: nobody has to type another letter for the last ones to be kept.
  useEffect(() => {
    if (state.kind !== "refused" || !state.isAway) return
    const timer = setTimeout(() => void save(), AWAY_MS)
    return () => clearTimeout(timer)
  }, [state, save])

  useLeaveGuard(state.kind !== "saved", save)

  /** What the server did meanwhile to the draft (published, thrown away) is known here too. */
  const moveTo = useCallback((next: number) => {
    lastRevision.current = next
    setRevision(next)
  }, [])

  /** Right after a save, when this render still knows the revision before it. */
  const latest = useCallback(() => lastRevision.current, [])

  /** Every keystroke counts in what is sent, also one that the page has not been drawn with yet. */
  const now = useCallback(() => newest.current, [])

  return { draft, now, change, write, save, state, revision, latest, moveTo }
}

/** What nobody has judged, for want of a server, may pass; what was refused stays so until something else is typed. */
function stateAfter(error: unknown, otherwise: string): SaveState {
  const status = statusOf(error)
  if (status === 409) return { kind: "conflict" }
  return { kind: "refused", sentence: sentenceOf(error, otherwise), isAway: status === undefined || status >= 500 }
}
