import { Prompt, Text } from "@medusajs/ui"
import { useState } from "react"
import type { Automation, Inside } from "../../parts/api/flows"
import { SwitchField } from "../../parts/switch-field"
import { useFormat } from "../../parts/use-format"
import { useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"

export type Deed = "switchOn" | "pause" | "resume" | "drain" | "stop"

type Props = {
  automation: Automation
  deed: Deed
  onCancel: () => void
  onConfirm: (takesBack: boolean) => void
}

/** Says what becomes of the people inside, and of mails that have not left, before anything is switched. */
export function SwitchDialog({ automation, deed, onCancel, onConfirm }: Props) {
  const text = useText()
  const format = useFormat()
  const [takesBack, setTakesBack] = useState(true)
  const { data, error } = useRead<Inside>(`/automations/${automation.id}/inside`, {
    enabled: automation.live_version !== null,
  })
  // Nobody confirms what has not been counted yet; if it cannot be counted, stopping must still be possible.
  const isCounting = automation.live_version !== null && data === undefined && error === null
  const { inside = 0, queued = 0 } = data ?? {}
  return (
    <Prompt open variant={deed === "stop" ? "danger" : "confirmation"} onOpenChange={(isOpen) => !isOpen && onCancel()}>
      <Prompt.Content>
        <Prompt.Header>
          <Prompt.Title>{text(`automations.${deed}Title`)}</Prompt.Title>
          <Prompt.Description>
            {text(`automations.${deed}Description`, { people: format.number(inside) })}
            {deed === "pause" && queued > 0 && ` ${text("automations.pauseQueued", { count: queued })}`}
          </Prompt.Description>
        </Prompt.Header>
        {deed === "stop" && queued > 0 && (
          <div className="flex flex-col gap-y-3 px-6 pt-4">
            <Text size="small">{text("automations.stopQueued", { count: queued })}</Text>
            <SwitchField
              label={text("automations.takeBack")}
              hint={text("automations.takeBackHint")}
              isOn={takesBack}
              onChange={setTakesBack}
            />
          </div>
        )}
        <Prompt.Footer>
          <Prompt.Cancel>{text("common.cancel")}</Prompt.Cancel>
          <Prompt.Action disabled={isCounting} onClick={() => onConfirm(takesBack)}>
            {text(`automations.${deed}`)}
          </Prompt.Action>
        </Prompt.Footer>
      </Prompt.Content>
    </Prompt>
  )
}
