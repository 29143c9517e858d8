import { Button, DropdownMenu, toast } from "@medusajs/ui"
import { useRef } from "react"
import { useNavigate } from "react-router-dom"
import { ActionButton } from "../../parts/action-button"
import { useChange } from "../../parts/use-mailroom"
import { useRights } from "../../parts/use-rights"
import { useText } from "../../parts/use-text"

/** Empty, from a recipe, or from a file that another shop has exported. */
export function CreateAutomation() {
  const text = useText()
  const navigate = useNavigate()
  const rights = useRights()
  const file = useRef<HTMLInputElement>(null)
  const create = useChange<{ name: string; from?: unknown }, { id: string }>("/automations", {
    onDone: ({ id }) => navigate(`/mailroom/automations/${id}`),
  })

  async function read(chosen: File | undefined) {
    if (!chosen) return
    const from = parsed(await chosen.text())
    // The server would say that "from" is invalid; what it misses is the way.
    if (typeof from?.draft !== "object")
      return toast.error(text("common.notDone"), { description: text("automations.fileUnreadable") })
    create.mutate({ name: typeof from.name === "string" ? from.name : text("automations.nameless"), from })
  }

  if (!rights.edit)
    return (
      <ActionButton needs="edit" variant="primary">
        {text("automations.create")}
      </ActionButton>
    )
  return (
    <>
      <input
        ref={file}
        type="file"
        accept="application/json,.json"
        className="hidden"
        aria-label={text("automations.createFromFile")}
        onChange={(event) => {
          void read(event.target.files?.[0])
          event.target.value = ""
        }}
      />
      <DropdownMenu>
        <DropdownMenu.Trigger asChild>
          <Button size="small" isLoading={create.isPending}>
            {text("automations.create")}
          </Button>
        </DropdownMenu.Trigger>
        <DropdownMenu.Content align="end">
          <DropdownMenu.Item onClick={() => navigate("/mailroom/automations/recipes")}>
            {text("automations.createFromRecipe")}
          </DropdownMenu.Item>
          <DropdownMenu.Item onClick={() => create.mutate({ name: text("automations.nameless") })}>
            {text("automations.createEmpty")}
          </DropdownMenu.Item>
          <DropdownMenu.Item onClick={() => file.current?.click()}>
            {text("automations.createFromFile")}
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu>
    </>
  )
}

function parsed(json: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null
  } catch {
    return null
  }
}
