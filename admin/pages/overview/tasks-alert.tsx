import { Alert } from "@medusajs/ui"
import { Link } from "react-router-dom"
import type { TaskCount } from "../../parts/api/tasks"
import { useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"

/** What is waiting for whoever looks; nothing where nothing is. */
export function TasksAlert() {
  const text = useText()
  const { data } = useRead<TaskCount>("/tasks/count", { refreshMs: 30_000 })
  if (!data || (data.mine_open === 0 && data.overdue === 0)) return null
  const others = data.overdue - data.mine_overdue
  return (
    <Alert variant={data.overdue > 0 ? "warning" : "info"}>
      {data.mine_open > 0 && (
        <Link className="text-ui-fg-interactive" to="/mailroom/tasks">
          {text("tasks.mineOpen", { count: data.mine_open })}
        </Link>
      )}
      {data.mine_overdue > 0 && <> {text("tasks.mineOverdue", { count: data.mine_overdue })}</>}{" "}
      {others > 0 && (
        <Link className="text-ui-fg-interactive" to="/mailroom/tasks?of=all&show=overdue">
          {text("tasks.othersOverdue", { count: others })}
        </Link>
      )}
    </Alert>
  )
}
