import { Button, DropdownMenu, usePrompt } from "@medusajs/ui"
import { ActionButton } from "../../parts/action-button"
import type { Automation, Inside } from "../../parts/api/flows"
import { useFormat } from "../../parts/use-format"
import { useChange, useRead } from "../../parts/use-mailroom"
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

  const inside = useRead<Inside>(`/automations/${automation.id}/inside`, { enabled: automation.live_version !== null })

  async function ask(deed: Deed) {
    const isSure = await prompt({
      title: text(`automations.${deed}Title`),
      description: text(`automations.${deed}Description`, { people: format.number(inside.data?.inside ?? 0) }),
      confirmText: text(`automations.${deed}`),
      cancelText: text("common.cancel"),
      variant: deed === "stop" ? "danger" : "confirmation",
    })
    if (isSure) change.mutate({ to: TO[deed] })
  }

  const deeds = DEEDS[automation.state]
  const [only] = deeds
  if (only === undefined) return null
  if (deeds.length === 1 || !rights.send)
    return (
      <ActionButton
        needs="send"
        whyDisabled={automation.live_version === null ? text("automations.publishToSwitch") : null}
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
