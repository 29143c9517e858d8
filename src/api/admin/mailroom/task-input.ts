import { z } from "zod"

/** What people write of a task. */
export const taskFields = {
  title: z.string().trim().min(1, "say in a few words what is to be done").max(200),
  note: z.string().trim().max(2000).optional(),
  /** A user of the admin; null: nobody yet. */
  assignee_id: z.string().min(1).max(64).nullable(),
  due_at: z.iso.datetime({ offset: true, error: "must be a time such as 2026-11-23T15:00:00Z" }),
}
