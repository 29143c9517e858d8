import { Button, Drawer, Input, Text } from "@medusajs/ui"
import { useState, type ReactNode } from "react"
import { Link } from "react-router-dom"
import { ActionButton } from "./action-button"
import { Field } from "./field"
import { useChange } from "./use-mailroom"
import { useText } from "./use-text"

type Props = {
  path: string
  /** For example the locale that is on the screen; a function is asked when the test is sent. */
  extra?: object | (() => object)
  /** Runs first; false keeps the test back (an unsaved draft would test the old text). */
  before?: () => Promise<boolean>
  children?: ReactNode
}

/** Sends one test mail and leads to it in the Outbox. */
export function SendTest({ path, extra, before, children }: Props) {
  const text = useText()
  const [isOpen, setOpen] = useState(false)
  const [email, setEmail] = useState("")
  const [problem, setProblem] = useState<string | null>(null)
  const send = useChange<object, { message_id: string | null }>(path, {
    done: text("common.testSent", { address: email }),
    onRefused: setProblem,
  })

  async function press() {
    setProblem(null)
    if (before && !(await before())) return setProblem(text("common.saveFirst"))
    send.mutate({ email: email.trim(), ...(typeof extra === "function" ? extra() : extra) })
  }

  return (
    <>
      <ActionButton needs="send" onClick={() => setOpen(true)}>
        {children ?? text("common.sendTest")}
      </ActionButton>
      <Drawer open={isOpen} onOpenChange={setOpen}>
        <Drawer.Content>
          <Drawer.Header>
            <Drawer.Title>{text("common.sendTest")}</Drawer.Title>
          </Drawer.Header>
          <Drawer.Body className="flex flex-col gap-y-4">
            <Field label={text("common.sendTestTo")} error={problem} hint={text("common.sendTestHint")}>
              {(id) => (
                <Input
                  id={id}
                  type="email"
                  autoFocus
                  placeholder={text("common.addressPlaceholder")}
                  value={email}
                  onChange={(event) => setEmail(event.target.value)}
                />
              )}
            </Field>
            {send.data?.message_id && (
              <Text size="small">
                <Link className="text-ui-fg-interactive" to={`/mailroom/outbox/${send.data.message_id}`}>
                  {text("common.followTest")}
                </Link>
              </Text>
            )}
          </Drawer.Body>
          <Drawer.Footer>
            <Drawer.Close asChild>
              <Button size="small" variant="secondary">
                {text("common.close")}
              </Button>
            </Drawer.Close>
            <Button size="small" isLoading={send.isPending} disabled={!email.trim()} onClick={() => void press()}>
              {text("common.sendTest")}
            </Button>
          </Drawer.Footer>
        </Drawer.Content>
      </Drawer>
    </>
  )
}
