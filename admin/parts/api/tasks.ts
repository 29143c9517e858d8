import type { ShopUser } from "../../../src/core/shop/shop"
import type { AutomationReportRow } from "../../../src/modules/mailroom/services/automation-reports"
import type { TaskCount, TaskRow } from "../../../src/modules/mailroom/services/tasks"
import type { Json } from "./json"

export type Task = Json<TaskRow>
export type AutomationReport = Json<AutomationReportRow>
export type { TaskCount }
export type Tasks = { tasks: Task[]; next_cursor: string | null }
/** `me` null: a secret API key asks. */
export type TaskPeople = { people: ShopUser[]; me: string | null }
