import { StatusBadge } from "@medusajs/ui"
import type { Task } from "../../parts/api/tasks"
import { useFormat } from "../../parts/use-format"
import { useText } from "../../parts/use-text"

/** Until when, or what became of it. */
export function DueBadge({ task }: { task: Task }) {
  const text = useText()
  const format = useFormat()
  if (task.state !== "open")
    return (
      <StatusBadge color={task.state === "done" ? "green" : "grey"}>
        {text(`tasks.state.${task.state}`)} {task.settled_at && format.dateTime(task.settled_at)}
      </StatusBadge>
    )
  return (
    <StatusBadge color={task.is_overdue ? "red" : "blue"}>
      {text(task.is_overdue ? "tasks.wasDue" : "tasks.dueAt", { at: format.dateTime(task.due_at) })}
    </StatusBadge>
  )
}
