/** What the editor can take back and do again. `group` names what is being typed in: its keystrokes are one step. */
export type History<T> = {
  past: readonly T[]
  present: T
  future: readonly T[]
  group: string | null
  /** Of the last edit, in milliseconds. */
  at: number
}

/** A pause in the typing begins a new step. */
const PAUSE_MS = 1200
/** Versions share what did not change, so two hundred cost little. */
const LIMIT = 200

export function beginHistory<T>(present: T): History<T> {
  return { past: [], present, future: [], group: null, at: 0 }
}

/** The same value again is no edit; an edit after an undo forgets what could have been done again. */
export function edit<T>(history: History<T>, next: T, { group, at }: { group: string | null; at: number }): History<T> {
  if (next === history.present) return history
  const goesOn = group !== null && group === history.group && at - history.at < PAUSE_MS && history.past.length > 0
  const past = goesOn ? history.past : [...history.past, history.present].slice(-LIMIT)
  return { past, present: next, future: [], group, at }
}

export function undo<T>(history: History<T>): History<T> {
  const before = history.past.at(-1)
  if (before === undefined) return history
  return {
    past: history.past.slice(0, -1),
    present: before,
    future: [history.present, ...history.future],
    group: null,
    at: history.at,
  }
}

export function redo<T>(history: History<T>): History<T> {
  const [next, ...future] = history.future
  if (next === undefined) return history
  return { past: [...history.past, history.present], present: next, future, group: null, at: history.at }
}
