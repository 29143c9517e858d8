/** Rows of a file that are worked off together: those after `after`, up to and with `to`. */
export type Stretch = { after: number; to: number }

/** Everything up to `position` is done, and of what follows the stretches that were done ahead, in order. */
export type ImportProgress = { position: number; ahead: Stretch[] }

/** The first rows that nobody has done, at most `size`; null at the end of the file. */
export function nextStretch({ position, ahead }: ImportProgress, rows: number, size: number): Stretch | null {
  if (position >= rows) return null
  const next = ahead[0]?.after ?? rows
  return { after: position, to: Math.min(position + size, next, rows) }
}

/** With this stretch done, too; null when somebody else has done any of its rows, so that it must be given up. */
export function withDone({ position, ahead }: ImportProgress, done: Stretch): ImportProgress | null {
  const isTaken = done.after < position || ahead.some((one) => one.after < done.to && done.after < one.to)
  if (isTaken) return null
  return settled({ position, ahead: [...ahead, done].sort((a, b) => a.after - b.after) })
}

/** What lies ahead without a gap is no longer ahead. */
function settled({ position, ahead }: ImportProgress): ImportProgress {
  const [first, ...rest] = ahead
  return first?.after === position ? settled({ position: first.to, ahead: rest }) : { position, ahead }
}
