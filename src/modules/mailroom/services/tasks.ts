import { MedusaError } from "@medusajs/framework/utils"
import { pageOf } from "../../../core/reports/cursor"
import { UUID } from "../../../core/reports/uuid"
import { assigneeOf } from "../../../core/tasks/task"
import type { Database, Db } from "../database"
import { pageStart } from "../page-start"
import {
  changeTask,
  countTasks,
  insertTask,
  selectNewestTasks,
  selectOpenTasks,
  selectTask,
  selectTaskByKey,
  settleTask,
  takeTurn,
  type NewTask,
  type TaskCount,
  type TaskFilter,
  type TaskRow,
} from "../sql/tasks"

export type { NewTask, TaskCount, TaskFilter, TaskRow }

/** What colleagues are to do: given by automations or by hand, done by a click. */
export class TaskService {
  constructor(private readonly db: Database) {}

  /** INVALID_DATA for a cursor of another list. */
  async list(
    filter: TaskFilter,
    { limit, cursor }: { limit: number; cursor?: string },
  ): Promise<{ tasks: TaskRow[]; next_cursor: string | null }> {
    const isOpen = filter.show === "open" || filter.show === "overdue"
    const after = pageStart(cursor, isOpen ? ["time", "uuid"] : ["uuid"])
    const rows = await this.db.query<TaskRow>(
      isOpen
        ? selectOpenTasks(filter, { after, limit: limit + 1 })
        : selectNewestTasks(filter, { after: after?.[0] ?? null, limit: limit + 1 }),
    )
    const { page, next_cursor } = pageOf(rows, limit, ({ due_at, id }) => (isOpen ? [due_at.toISOString(), id] : [id]))
    return { tasks: page, next_cursor }
  }

  async count(userId: string | null): Promise<TaskCount> {
    const [row] = await this.db.query<TaskCount>(countTasks(userId))
    return row!
  }

  /** Throws NOT_FOUND. */
  async get(id: string, db: Db = this.db): Promise<TaskRow> {
    const [row] = UUID.test(id) ? await db.query<TaskRow>(selectTask(id)) : []
    if (!row)
      throw new MedusaError(MedusaError.Types.NOT_FOUND, `There is no task "${id}". Its person may have been erased.`)
    return row
  }

  /** Null when the key is there already: it was made, and its mail planned, in one transaction. */
  async create(tx: Db, task: NewTask): Promise<TaskRow | null> {
    const [made] = await tx.query<{ id: string }>(insertTask(task))
    return made ? this.get(made.id, tx) : null
  }

  /** For the one whose turn it is among `userIds`; safe to repeat. */
  async assign(tx: Db, userIds: string[], task: NewTask & { automationId: string; node: string }) {
    const [known] = await tx.query<TaskRow>(selectTaskByKey(task.key))
    if (known) return { task: known, isNew: false }
    const [turn] = userIds.length > 1 ? await tx.query<{ turn: number }>(takeTurn(task)) : [{ turn: 1 }]
    const made = await this.create(tx, { ...task, assigneeId: assigneeOf(userIds, turn!.turn) })
    if (made) return { task: made, isNew: true }
    const [other] = await tx.query<TaskRow>(selectTaskByKey(task.key))
    return { task: other!, isNew: false }
  }

  /** Throws NOT_FOUND, and NOT_ALLOWED for what is settled. `isHandedOn`: it is another one's now. */
  async change(
    tx: Db,
    change: { id: string; title: string; note: string; assigneeId: string | null; dueAt: Date },
  ): Promise<{ task: TaskRow; isHandedOn: boolean }> {
    const [changed] = await tx.query<{ is_handed_on: boolean }>(changeTask(change))
    const task = await this.get(change.id, tx)
    if (!changed) throw settled(task)
    return { task, isHandedOn: changed.is_handed_on }
  }

  /** Twice the same is once; the other of two clicks that say different things is refused. */
  async settle(id: string, to: "done" | "dismissed", by: string | null): Promise<TaskRow> {
    const before = await this.get(id)
    await this.db.query(settleTask({ id, to, by }))
    const task = await this.get(id)
    if (before.state !== "open" && before.state !== to) throw settled(before)
    return task
  }
}

const settled = ({ title, state }: TaskRow) =>
  new MedusaError(MedusaError.Types.NOT_ALLOWED, `"${title}" is ${state} already: make a new task.`)
