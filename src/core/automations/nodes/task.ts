import { z } from "zod"
import { dueAfter, DUE_UNITS, TASK_KINDS, type TaskAnswer } from "../../tasks/task"
import { hasClosedBraces, OPEN_BRACES } from "../../templates/closed-braces"
import { nodeKind, type Asked, type Decision } from "../node-kind"
import type { WayReason } from "../way-reasons"
import { whyNotCarriedOut } from "./outside"

const liquid = (most: number) => z.string().trim().max(most).refine(hasClosedBraces, OPEN_BRACES)

const schema = z.object({
  taskKind: z.enum(TASK_KINDS).default("task"),
  title: liquid(200).min(1, "say in a few words what is to be done"),
  note: liquid(2000).default(""),
  /** Users of the admin, one task each in turn. */
  userIds: z.array(z.string().trim().min(1).max(64)).min(1, "choose at least one colleague").max(50),
  dueIn: z.coerce.number().int().min(1).max(1000).default(1),
  dueUnit: z.enum(DUE_UNITS).default("days"),
  /** The way goes on only when it was done, or when it is due and was not. */
  waits: z.boolean().default(false),
})
export type TaskSettings = z.infer<typeof schema>

/** Gives something to do to a colleague: a task or a call, with a mail to whom it is for. */
export const task = nodeKind({
  kind: "task",
  group: "team",
  settings: schema,
  defaults: { taskKind: "task", title: "", userIds: [], dueIn: 1, dueUnit: "days", waits: false },
  rests: false,
  exitsOf: ({ waits }) => (waits ? ["done", "overdue"] : ["next"]),
  decide: (asked) => (asked.entrant.rested === 0 ? begin(asked) : follow(asked)),
})

function begin({ settings, now }: Asked<TaskSettings>): Decision {
  const assigned = {
    effects: [{ kind: "outside" as const, what: "task" as const, settings }],
    outcome: "task_assigned" as const,
  }
  return settings.waits ? { wait: nextLook(dueAfter(now, settings), now), ...assigned } : { go: "next", ...assigned }
}

function follow({ node, entrant, know, now }: Asked<TaskSettings>): Decision {
  const question = { about: "effect_state", node: node.id, visit: entrant.visit } as const
  const effect = know(question)
  if (effect === undefined) return { ask: [question] }
  if (effect?.state === "pending") return { wait: nextLook(null, now) }
  if (effect?.state !== "done") return notDone(whyNotCarriedOut(effect))
  const { task, due_at: dueAt } = (effect.answer ?? {}) as Partial<TaskAnswer>
  if (task === "dismissed") return notDone("task_dismissed")
  // A replay makes no tasks: it goes on as if everything were done in time.
  if (task !== "open" || !dueAt) return { go: "done" }
  const due = new Date(dueAt)
  return due <= now ? notDone("task_overdue") : { wait: nextLook(due, now) }
}

const notDone = (reason: WayReason): Decision => ({
  go: "overdue",
  effects: [{ kind: "decision", verdict: "went", reason }],
})

/** Whoever settles a task wakes who waits for it; a look each hour is for wake-ups that were lost. */
const nextLook = (dueAt: Date | null, now: Date): Date =>
  new Date(Math.min(dueAt?.getTime() ?? Infinity, now.getTime() + 3_600_000))
