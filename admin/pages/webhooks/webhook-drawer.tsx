import { Input } from "@medusajs/ui"
import { useState } from "react"
import type { Webhook } from "../../parts/api/actions"
import { Field } from "../../parts/field"
import { FormDrawer } from "../../parts/form-drawer"
import { useChange } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"

type Props = { webhook: Webhook | null; onClose: () => void; onSaved?: (webhook: Webhook) => void }

export function WebhookDrawer({ webhook, onClose, onSaved }: Props) {
  const text = useText()
  const [input, setInput] = useState({ name: webhook?.name ?? "", url: webhook?.url ?? "https://" })
  const [problem, setProblem] = useState<string | null>(null)
  const save = useChange<typeof input, { webhook: Webhook }>(webhook ? `/webhooks/${webhook.id}` : "/webhooks", {
    done: text("common.saved"),
    onDone: (answer) => (onSaved ? onSaved(answer.webhook) : onClose()),
    onRefused: setProblem,
  })
  return (
    <FormDrawer
      title={webhook?.name ?? text("webhooks.add")}
      refusal={problem}
      isReady={input.name.trim() !== "" && input.url.trim() !== ""}
      isLoading={save.isPending}
      onSave={() => save.mutate(input)}
      onClose={onClose}
    >
      <Field label={text("webhooks.name")}>
        {(id) => (
          <Input id={id} value={input.name} onChange={(event) => setInput({ ...input, name: event.target.value })} />
        )}
      </Field>
      <Field label={text("webhooks.url")} hint={text("webhooks.urlHint")}>
        {(id) => (
          <Input
            id={id}
            type="url"
            value={input.url}
            onChange={(event) => setInput({ ...input, url: event.target.value })}
          />
        )}
      </Field>
    </FormDrawer>
  )
}
