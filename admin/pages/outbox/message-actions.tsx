import { Button, Drawer, Input, Text, usePrompt } from "@medusajs/ui"
import { useState } from "react"
import { useNavigate } from "react-router-dom"
import { ActionButton } from "../../parts/action-button"
import type { OutboxMessage, OutboxRow } from "../../parts/api/outbox"
import { Field } from "../../parts/field"
import { useChange } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"
import { said } from "../../parts/said"

/** Cancel what waits; correct the address and send again what did not arrive. */
export function MessageActions({ message }: { message: OutboxMessage }) {
  const text = useText()
  const prompt = usePrompt()
  const cancel = useChange<void>(`/outbox/${message.id}/cancel`, { done: text("message.cancelled") })

  async function askToCancel() {
    const isSure = await prompt({
      title: text("message.cancelTitle"),
      description: text("message.cancelDescription"),
      confirmText: text("message.cancel"),
      cancelText: text("common.back"),
    })
    if (isSure) cancel.mutate()
  }

  return (
    <>
      {message.can.cancel && (
        <ActionButton needs="send" isLoading={cancel.isPending} onClick={() => void askToCancel()}>
          {text("message.cancel")}
        </ActionButton>
      )}
      <Resend message={message} />
    </>
  )
}

function Resend({ message }: { message: OutboxMessage }) {
  const text = useText()
  const navigate = useNavigate()
  const [isOpen, setOpen] = useState(false)
  const [email, setEmail] = useState(message.to ?? "")
  const [problem, setProblem] = useState<string | null>(null)
  const resend = useChange<{ email?: string }, { message: OutboxRow }>(`/outbox/${message.id}/resend`, {
    done: text("message.resent"),
    onDone: (answer) => {
      setOpen(false)
      navigate(`/mailroom/outbox/${answer.message.id}`)
    },
    onRefused: setProblem,
  })
  const isOther = email.trim() !== (message.to ?? "")

  return (
    <>
      <ActionButton
        needs="send"
        disabled={!message.can.resend}
        whyDisabled={message.can.resend || !message.can.why_not ? null : said(message.can.why_not)}
        onClick={() => setOpen(true)}
      >
        {text("message.resend")}
      </ActionButton>
      <Drawer open={isOpen} onOpenChange={setOpen}>
        <Drawer.Content>
          <Drawer.Header>
            <Drawer.Title>{text("message.resend")}</Drawer.Title>
          </Drawer.Header>
          <Drawer.Body className="flex flex-col gap-y-4">
            <Text size="small" className="text-ui-fg-subtle">
              {text("message.resendHint")}
            </Text>
            <Field
              label={text("message.address")}
              error={problem}
              hint={isOther ? text("message.otherAddress") : undefined}
            >
              {(id) => <Input id={id} type="email" value={email} onChange={(event) => setEmail(event.target.value)} />}
            </Field>
          </Drawer.Body>
          <Drawer.Footer>
            <Drawer.Close asChild>
              <Button size="small" variant="secondary">
                {text("common.cancel")}
              </Button>
            </Drawer.Close>
            <Button
              size="small"
              isLoading={resend.isPending}
              disabled={!email.trim()}
              onClick={() => resend.mutate(isOther ? { email: email.trim() } : {})}
            >
              {text("message.sendAgain")}
            </Button>
          </Drawer.Footer>
        </Drawer.Content>
      </Drawer>
    </>
  )
}
