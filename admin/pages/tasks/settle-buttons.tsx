import { ActionButton } from "../../parts/action-button"
import type { Task } from "../../parts/api/tasks"
import { useChange } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"

type Props = { task: Task; me: string | null; withDismiss?: boolean; onDone?: () => void }

/** Whoever it was given to may settle it; a task of somebody else needs the right to edit. */
export function SettleButtons({ task, me, withDismiss = false, onDone }: Props) {
  const text = useText()
  const settle = useChange<{ to: "done" | "dismissed" }>(`/tasks/${task.id}/settle`, {
    done: text("common.saved"),
    onDone,
  })
  if (task.state !== "open") return null
  const needs = me !== null && task.assignee_id === me ? "see" : "edit"
  const isGoing = (to: string) => settle.isPending && settle.variables.to === to
  return (
    <div className="flex justify-end gap-x-2">
      {withDismiss && (
        <ActionButton
          needs={needs}
          variant="transparent"
          isLoading={isGoing("dismissed")}
          onClick={() => settle.mutate({ to: "dismissed" })}
        >
          {text("tasks.dismiss")}
        </ActionButton>
      )}
      <ActionButton needs={needs} isLoading={isGoing("done")} onClick={() => settle.mutate({ to: "done" })}>
        {text("tasks.done")}
      </ActionButton>
    </div>
  )
}
