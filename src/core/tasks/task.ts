export const TASK_KINDS = ["task", "call"] as const
export type TaskKind = (typeof TASK_KINDS)[number]

/** `dismissed`: somebody decided that it need not be done. */
export const TASK_STATES = ["open", "done", "dismissed"] as const
export type TaskState = (typeof TASK_STATES)[number]

/** Kept with the effect that made it, and changed with the task: what a way that waits for it reads. `due_at` is ISO. */
export type TaskAnswer = { task: TaskState; task_id: string; due_at: string }

export const DUE_UNITS = ["hours", "days"] as const
export type DueIn = { dueIn: number; dueUnit: (typeof DUE_UNITS)[number] }

const MS = { hours: 3_600_000, days: 86_400_000 }

/** A day is 24 hours: who has one day has as long when the clocks change. */
export const dueAfter = (from: Date, { dueIn, dueUnit }: DueIn): Date => new Date(from.getTime() + dueIn * MS[dueUnit])

/** One after the other; `turn` counts the tasks of a step from 1. Null: nobody is there to do it. */
export function assigneeOf(userIds: string[], turn: number): string | null {
  return userIds.length === 0 ? null : userIds[(turn - 1) % userIds.length]!
}
