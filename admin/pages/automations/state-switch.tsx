import { Button, DropdownMenu } from "@medusajs/ui"
import { useState } from "react"
import { ActionButton } from "../../parts/action-button"
import type { Automation } from "../../parts/api/flows"
import { useChange } from "../../parts/use-mailroom"
import { useRights } from "../../parts/use-rights"
import { useText } from "../../parts/use-text"
import { SwitchDialog, type Deed } from "./switch-dialog"

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
  const rights = useRights()
  const [asked, ask] = useState<Deed | null>(null)
  const change = useChange<{ to: (typeof TO)[Deed]; take_back: boolean }>(`/automations/${automation.id}/switch`, {
    done: text("automations.switched"),
  })
  const dialog = asked && (
    <SwitchDialog
      automation={automation}
      deed={asked}
      onCancel={() => ask(null)}
      onConfirm={(takesBack) => {
        ask(null)
        change.mutate({ to: TO[asked], take_back: takesBack })
      }}
    />
  )

  const deeds = DEEDS[automation.state]
  const [only] = deeds
  if (only === undefined) return null
  if (deeds.length === 1 || !rights.send)
    return (
      <>
        <ActionButton
          needs="send"
          whyDisabled={automation.live_version === null ? text("automations.publishToSwitch") : null}
          isLoading={change.isPending}
          onClick={() => ask(only)}
        >
          {text(`automations.${only}`)}
        </ActionButton>
        {dialog}
      </>
    )
  return (
    <>
      <DropdownMenu>
        <DropdownMenu.Trigger asChild>
          <Button size="small" variant="secondary" isLoading={change.isPending}>
            {text(`automations.state.${automation.state}`)} …
          </Button>
        </DropdownMenu.Trigger>
        <DropdownMenu.Content align="end">
          {deeds.map((deed) => (
            <DropdownMenu.Item key={deed} onClick={() => ask(deed)}>
              {text(`automations.${deed}`)}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu>
      {dialog}
    </>
  )
}
