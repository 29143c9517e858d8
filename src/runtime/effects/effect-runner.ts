import type { Facts } from "../../core/automations/facts"
import type { Mailroom } from "../../modules/mailroom/mailroom"
import type { EffectRow } from "../../modules/mailroom/sql/effect-queue"

/** How a try ended. `again` counts as a try unless it only waited for something. */
export type EffectEnd =
  | { state: "done"; answer?: Record<string, unknown> }
  | { state: "failed" | "skipped" | "in_doubt"; why: string; answer?: Record<string, unknown> }
  | { state: "again"; afterSeconds: number; why: string; countsTry?: boolean; answer?: Record<string, unknown> }

export type EffectJob = {
  mailroom: Mailroom
  row: EffectRow
  /** What the occurrence is about, read from the shop as it is now; null when there is none, or the shop no longer has it. */
  facts(): Promise<Facts | null>
}

/**
 * Carries one kind of effect out. A repeatable one may run twice about the same row (its other side knows the key, or it
 * writes to our own tables under it); one that is not is marked as handed over first, and what was handed over by a process
 * that died is in doubt and never repeated.
 */
export type EffectRunner = {
  isRepeatable: boolean | ((job: Pick<EffectJob, "mailroom" | "row">) => boolean)
  run(job: EffectJob): Promise<EffectEnd>
}
