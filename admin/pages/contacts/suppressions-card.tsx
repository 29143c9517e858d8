import { Text, usePrompt } from "@medusajs/ui"
import { ActionButton } from "../../parts/action-button"
import type { Contact } from "../../parts/api/contacts"
import { Section } from "../../parts/section"
import { useFormat } from "../../parts/use-format"
import { useChange } from "../../parts/use-mailroom"
import { useText, useWord } from "../../parts/use-text"

type Suppression = Contact["suppressions"][number]

/** What keeps mail from this address; hidden while there is nothing. */
export function SuppressionsCard({ contact }: { contact: Contact }) {
  const text = useText()
  if (contact.suppressions.length === 0) return null
  return (
    <Section title={text("contacts.suppressions")}>
      <ul className="divide-y">
        {contact.suppressions.map((suppression) => (
          <Line key={suppression.id} contactId={contact.id} suppression={suppression} />
        ))}
      </ul>
    </Section>
  )
}

function Line({ contactId, suppression }: { contactId: string; suppression: Suppression }) {
  const text = useText()
  const word = useWord()
  const format = useFormat()
  const prompt = usePrompt()
  const reason = word("words.suppression", suppression.reason)
  const lift = useChange<{ suppression_id: string; reason: string }>(`/contacts/${contactId}/lift`, {
    done: text("contacts.lifted"),
  })

  async function ask() {
    const isSure = await prompt({
      title: text("contacts.liftTitle"),
      description: text("contacts.liftDescription", { reason }),
      confirmText: text("contacts.lift"),
      cancelText: text("common.cancel"),
      variant: "confirmation",
    })
    if (isSure) lift.mutate({ suppression_id: suppression.id, reason: text("contacts.liftReason") })
  }

  return (
    <li className="flex items-start justify-between gap-x-3 px-6 py-3">
      <div>
        <Text size="small" weight="plus">
          {reason}
        </Text>
        <Text size="small" className="text-ui-fg-subtle">
          {text(`contacts.scope.${suppression.scope}`)} ·{" "}
          {text("contacts.since", { at: format.dateTime(suppression.created_at) })}
        </Text>
      </div>
      {suppression.can_lift && (
        <ActionButton needs="edit" isLoading={lift.isPending} onClick={() => void ask()}>
          {text("contacts.lift")}
        </ActionButton>
      )}
    </li>
  )
}

/** "Never write again", in one click and one question. */
export function BlockButton({ contact }: { contact: Contact }) {
  const text = useText()
  const prompt = usePrompt()
  const block = useChange<{ scope: "all" }>(`/contacts/${contact.id}/suppress`, { done: text("contacts.blocked") })
  const isBlocked = contact.suppressions.some((one) => one.scope === "all" && one.reason === "manual")
  if (isBlocked || !contact.email) return null

  async function ask() {
    const isSure = await prompt({
      title: text("contacts.blockTitle"),
      description: text("contacts.blockDescription", { email: contact.email ?? "" }),
      confirmText: text("contacts.blockConfirm"),
      cancelText: text("common.cancel"),
    })
    if (isSure) block.mutate({ scope: "all" })
  }

  return (
    <ActionButton needs="edit" isLoading={block.isPending} onClick={() => void ask()}>
      {text("contacts.block")}
    </ActionButton>
  )
}
