import { Hint, Input, Textarea } from "@medusajs/ui"
import { useState, type ReactNode } from "react"
import { ActionButton } from "../../parts/action-button"
import type { Sender, SenderInput } from "../../parts/api/settings"
import { Field } from "../../parts/field"
import { Section } from "../../parts/section"
import { useChange } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"
import { BrandFields } from "./brand-fields"

type Props = { id: string | null; initial: SenderInput; badge?: ReactNode; onSaved?: () => void }
type TextKey = "from_name" | "from_email" | "marketing_from_email" | "reply_to" | "storefront_url"

/** From, reply-to, postal address and brand of one sender. */
export function SenderForm({ id, initial, badge, onSaved }: Props) {
  const text = useText()
  const [input, setInput] = useState<SenderInput>(initial)
  const [problem, setProblem] = useState<string | null>(null)
  const set = (patch: Partial<SenderInput>) => setInput((before) => ({ ...before, ...patch }))
  const save = useChange<SenderInput, { sender: Sender }>(id ? `/senders/${id}` : "/senders", {
    done: text("common.saved"),
    onDone: () => {
      setProblem(null)
      onSaved?.()
    },
    onRefused: setProblem,
  })

  return (
    <Section
      title={
        <span className="flex items-center gap-x-2">
          {input.name || text("sender.new")} {badge}
        </span>
      }
      hint={text("sender.hint")}
      footer={
        <div className="flex flex-wrap items-center justify-end gap-2">
          {problem && <Hint variant="error">{problem}</Hint>}
          <ActionButton
            needs="edit"
            variant="primary"
            isLoading={save.isPending}
            onClick={() => save.mutate(bodyOf(input))}
          >
            {text("common.save")}
          </ActionButton>
        </div>
      }
    >
      <div className="flex flex-col gap-y-5 px-6 py-4">
        <div className="grid grid-cols-1 gap-5 md:grid-cols-2">
          <Field label={text("sender.name")} hint={text("sender.nameHint")}>
            {(field) => <Input id={field} value={input.name} onChange={(event) => set({ name: event.target.value })} />}
          </Field>
          {plain("from_name")}
          {plain("from_email")}
          {plain("marketing_from_email", true)}
          {plain("reply_to", true)}
          {plain("storefront_url", true)}
        </div>
        <Field label={text("sender.postal_address")} hint={text("sender.postal_addressHint")}>
          {(field) => (
            <Textarea
              id={field}
              rows={3}
              value={input.postal_address ?? ""}
              onChange={(event) => set({ postal_address: event.target.value || null })}
            />
          )}
        </Field>
        <BrandFields brand={input.brand} onChange={(brand) => set({ brand })} />
      </div>
    </Section>
  )

  function plain(key: TextKey, isOptional = false) {
    return (
      <Field
        label={text(`sender.${key}`)}
        hint={text(`sender.${key}Hint`)}
        optional={isOptional ? text("common.optional") : undefined}
      >
        {(field) => (
          <Input
            id={field}
            type={key === "from_name" ? "text" : key === "storefront_url" ? "url" : "email"}
            value={input[key] ?? ""}
            onChange={(event) => set({ [key]: event.target.value || (key === "from_name" ? "" : null) })}
          />
        )}
      </Field>
    )
  }
}

function bodyOf(input: SenderInput): SenderInput {
  const { name, from_name, from_email, marketing_from_email, reply_to, postal_address, storefront_url } = input
  const { brand, locale, sales_channel_ids, is_default } = input
  return {
    name,
    from_name,
    from_email,
    marketing_from_email,
    reply_to,
    postal_address,
    storefront_url,
    brand,
    locale,
    sales_channel_ids,
    ...(is_default && { is_default }),
  }
}
