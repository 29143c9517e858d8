import { Button, DatePicker, Drawer, Text } from "@medusajs/ui"
import { useState } from "react"
import { ActionButton } from "../../parts/action-button"
import type { Mailing } from "../../parts/api/mailings"
import { Field } from "../../parts/field"
import { SwitchField } from "../../parts/switch-field"
import { useChange } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"

type Props = { mailing: Mailing; before: () => Promise<boolean>; whyNot: string | null }

/** A moment in the future, or back to draft. */
export function Schedule({ mailing, before, whyNot }: Props) {
  const text = useText()
  const [isOpen, setOpen] = useState(false)
  const [at, setAt] = useState<Date | null>(mailing.scheduled_at ? new Date(mailing.scheduled_at) : null)
  const [isLocal, setLocal] = useState(mailing.local_wall !== null)
  const [problem, setProblem] = useState<string | null>(null)
  const isScheduled = mailing.state === "scheduled"
  const schedule = useChange<{ at: string | null; is_local?: boolean }>(`/mailings/${mailing.id}/schedule`, {
    done: text("common.saved"),
    onDone: () => setOpen(false),
    onRefused: setProblem,
  })

  const choose = (moment: Date | null) => {
    setAt(moment)
    setProblem(null)
  }

  async function press() {
    if (!at || at.getTime() <= Date.now()) return setProblem(text("newsletters.inThePast"))
    if (!(await before())) return setProblem(text("common.saveFirst"))
    schedule.mutate({ at: at.toISOString(), is_local: isLocal })
  }

  return (
    <>
      <ActionButton needs="send" whyDisabled={isScheduled ? null : whyNot} onClick={() => setOpen(true)}>
        {text(isScheduled ? "newsletters.reschedule" : "newsletters.schedule")}
      </ActionButton>
      <Drawer open={isOpen} onOpenChange={setOpen}>
        <Drawer.Content>
          <Drawer.Header>
            <Drawer.Title>{text("newsletters.schedule")}</Drawer.Title>
          </Drawer.Header>
          <Drawer.Body className="flex flex-col gap-y-4">
            <Text size="small" className="text-ui-fg-subtle">
              {text("newsletters.scheduleHint", { zone: Intl.DateTimeFormat().resolvedOptions().timeZone })}
            </Text>
            <Field label={text("newsletters.sendAt")} error={problem}>
              {() => (
                <DatePicker granularity="minute" value={at} onChange={choose} aria-label={text("newsletters.sendAt")} />
              )}
            </Field>
            <SwitchField
              label={text("newsletters.localTime")}
              hint={text("newsletters.localTimeHint")}
              isOn={isLocal}
              onChange={setLocal}
            />
          </Drawer.Body>
          <Drawer.Footer>
            {isScheduled && (
              <Button size="small" variant="secondary" onClick={() => schedule.mutate({ at: null })}>
                {text("newsletters.unschedule")}
              </Button>
            )}
            <Button size="small" isLoading={schedule.isPending} onClick={() => void press()}>
              {text("newsletters.schedule")}
            </Button>
          </Drawer.Footer>
        </Drawer.Content>
      </Drawer>
    </>
  )
}
