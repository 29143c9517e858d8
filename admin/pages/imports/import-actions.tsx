import { usePrompt } from "@medusajs/ui"
import { useNavigate } from "react-router-dom"
import { ActionButton } from "../../parts/action-button"
import type { Import } from "../../parts/api/imports"
import { useFormat } from "../../parts/use-format"
import { useChange } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"

/** What can be done in this state; whatever changes people asks once. */
export function ImportActions({ row, isPlanning, onPlan }: { row: Import; isPlanning: boolean; onPlan: () => void }) {
  const text = useText()
  const navigate = useNavigate()
  const remove = useChange<void>(`/imports/${row.id}`, {
    method: "DELETE",
    onDone: () => navigate("/mailroom/imports"),
  })
  const cancel = useChange<void>(`/imports/${row.id}/cancel`)
  return (
    <>
      {["uploaded", "checked"].includes(row.state) && (
        <ActionButton needs="edit" isLoading={remove.isPending} onClick={() => remove.mutate()}>
          {text("imports.remove")}
        </ActionButton>
      )}
      {row.state === "checked" && !isPlanning && (
        <>
          <ActionButton needs="edit" onClick={onPlan}>
            {text("imports.changePlan")}
          </ActionButton>
          <StartButton row={row} />
        </>
      )}
      {(row.state === "checking" || row.state === "running") && (
        <ActionButton needs="edit" isLoading={cancel.isPending} onClick={() => cancel.mutate()}>
          {text("imports.cancel")}
        </ActionButton>
      )}
      {row.can_undo && <UndoButton row={row} />}
    </>
  )
}

function StartButton({ row }: { row: Import }) {
  const text = useText()
  const format = useFormat()
  const prompt = usePrompt()
  const start = useChange<void>(`/imports/${row.id}/start`)
  const isList = row.kind === "suppressions"

  async function ask() {
    const isSure = await prompt({
      title: text("imports.startTitle"),
      description: isList
        ? text("imports.startListDescription", { count: format.number(row.checked.suppressed ?? 0) })
        : text("imports.startDescription", {
            new: format.number(row.checked.new ?? 0),
            subscribed: format.number(row.checked.subscribed ?? 0),
          }),
      confirmText: text("imports.start"),
      cancelText: text("common.cancel"),
      variant: "confirmation",
    })
    if (isSure) start.mutate()
  }

  return (
    <ActionButton needs="edit" variant="primary" isLoading={start.isPending} onClick={() => void ask()}>
      {text("imports.start")}
    </ActionButton>
  )
}

function UndoButton({ row }: { row: Import }) {
  const text = useText()
  const prompt = usePrompt()
  const undo = useChange<void>(`/imports/${row.id}/undo`)

  async function ask() {
    const isSure = await prompt({
      title: text("imports.undoTitle"),
      description: text("imports.undoDescription"),
      confirmText: text("imports.undo"),
      cancelText: text("common.cancel"),
    })
    if (isSure) undo.mutate()
  }

  return (
    <ActionButton needs="edit" isLoading={undo.isPending} onClick={() => void ask()}>
      {text("imports.undo")}
    </ActionButton>
  )
}
