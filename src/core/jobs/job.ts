/** Work that takes longer than a request and is not a mail: what the owner sees under Settings → System. */
export const JOB_KINDS = [
  "import",
  "preflight",
  "bulk_action",
  "replay",
  "mailing",
  "erasure",
  "consent_check",
  "effect",
] as const
export type JobKind = (typeof JOB_KINDS)[number]

export type JobState = "running" | "done" | "failed" | "cancelled"

/** What tells which job it is: its kind and the id of the row that says how far it is. Also its id in Redis, where ":" has a meaning. */
export type JobKey = { kind: JobKind; rowId: string }

export const jobId = ({ kind, rowId }: JobKey): string => `${kind}-${rowId}`

/** Null for what no job can be called. */
export function jobKeyOf(id: string): JobKey | null {
  const kind = JOB_KINDS.find((one) => id.startsWith(`${one}-`))
  const rowId = kind && id.slice(kind.length + 1)
  return kind && rowId && /^[\w-]{1,80}$/.test(rowId) ? { kind, rowId } : null
}

/** The loop that does the work: whom a hint wakes. */
export const LOOP_OF: Record<JobKind, string> = {
  import: "imports",
  preflight: "preflight",
  bulk_action: "bulk-actions",
  replay: "replays",
  mailing: "mailing-planner",
  erasure: "erasures",
  consent_check: "consent-check",
  effect: "effects",
}

/**
 * What the owner may do with it here. An erasure is a person's right and ends by itself; a mailing is stopped on its own
 * page, where it is said what that means for those who have not got it.
 */
export function jobPossibilities(kind: JobKind, state: JobState): { cancel: boolean; retry: boolean } {
  const isStoppable = kind === "import" || kind === "preflight" || kind === "bulk_action" || kind === "replay"
  const hasEnded = state === "failed" || state === "cancelled"
  return {
    cancel: isStoppable && state === "running",
    retry: (kind === "preflight" && hasEnded) || (kind === "effect" && state === "failed"),
  }
}
