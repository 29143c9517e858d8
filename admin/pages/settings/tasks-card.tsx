import { Text } from "@medusajs/ui"
import type { Task } from "../../parts/api/system"
import { Section } from "../../parts/section"
import { useFormat } from "../../parts/use-format"
import { useText } from "../../parts/use-text"

/** What is done every so often: when last, when next, and why it could not be done. */
export function TasksCard({ tasks }: { tasks: Task[] }) {
  const text = useText()
  const format = useFormat()
  if (tasks.length === 0) return null
  const when = ({ last_run_at: last, next_run_at: next, is_running: isRunning }: Task) => {
    if (isRunning) return text("system.runsNow")
    if (!last) return text("system.neverRan")
    return `${text("system.lastRun", { ago: format.ago(last) })} · ${text("system.nextRun", { ago: format.ago(next) })}`
  }
  return (
    <Section title={text("system.tasks")} hint={text("system.tasksHint")}>
      {tasks.map((task) => (
        <div key={task.name} className="flex flex-col gap-y-1 px-6 py-2">
          <div className="flex flex-wrap items-center justify-between gap-2">
            <Text size="small" className="font-mono">
              {task.name}
            </Text>
            <Text size="small" className="text-ui-fg-subtle">
              {when(task)}
            </Text>
          </div>
          {task.last_error && (
            <Text size="small" className="text-ui-fg-error break-words">
              {task.last_error}
            </Text>
          )}
        </div>
      ))}
    </Section>
  )
}
