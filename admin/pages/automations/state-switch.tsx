import { Button, DropdownMenu, usePrompt } from "@medusajs/ui"
import { ActionButton } from "../../parts/action-button"
import type { Automation } from "../../parts/api/flows"
import { useFormat } from "../../parts/use-format"
import { useChange } from "../../parts/use-mailroom"
import { useRights } from "../../parts/use-rights"
import { useText } from "../../parts/use-text"

type Deed = "switchOn" | "pause" | "resume" | "drain" | "stop"
const TO = { switchOn: "live", pause: "paused", resume: "live", drain: "draining", stop: "off" } as const

/** From each state the ways to others; each is asked first, and says what becomes of the people inside. */
const DEEDS: Record<Automation["state"], Deed[]> = {
  off: ["switchOn"],
  live: ["pause", "drain", "stop"],
  paused: ["resume", "drain", "stop"],
  draining: ["resume", "stop"],
  archived: [],
}

export function StateSwitch({ automation }: { automation: Automation }) {
  const text = useText()
  const format = useFormat()
  const prompt = usePrompt()
  const rights = useRights()
  const change = useChange<{ to: (typeof TO)[Deed] }>(`/automations/${automation.id}/switch`, {
    done: text("automations.switched"),
  })

  async function ask(deed: Deed) {
    const isSure = await prompt({
      title: text(`automations.${deed}Title`),
      description: text(`automations.${deed}Description`, { people: format.number(automation.figures.inside) }),
      confirmText: text(`automations.${deed}`),
      cancelText: text("common.cancel"),
      variant: deed === "stop" ? "danger" : "confirmation",
    })
    if (isSure) change.mutate({ to: TO[deed] })
  }

  const deeds = DEEDS[automation.state]
  const [only] = deeds
  if (only === undefined) return null
  if (deeds.length === 1 || !rights.edit)
    return (
      <ActionButton
        needs="edit"
        whyDisabled={automation.version_number === null ? text("automations.publishToSwitch") : null}
        isLoading={change.isPending}
        onClick={() => void ask(only)}
      >
        {text(`automations.${only}`)}
      </ActionButton>
    )
  return (
    <DropdownMenu>
      <DropdownMenu.Trigger asChild>
        <Button size="small" variant="secondary" isLoading={change.isPending}>
          {text(`automations.state.${automation.state}`)} …
        </Button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Content align="end">
        {deeds.map((deed) => (
          <DropdownMenu.Item key={deed} onClick={() => void ask(deed)}>
            {text(`automations.${deed}`)}
          </DropdownMenu.Item>
        ))}
      </DropdownMenu.Content>
    </DropdownMenu>
  )
}
