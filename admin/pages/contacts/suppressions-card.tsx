import { Button, Text, usePrompt } from "@medusajs/ui"
import { useState } from "react"
import { ActionButton } from "../../parts/action-button"
import type { Contact } from "../../parts/api/contacts"
import { Section } from "../../parts/section"
import { useFormat } from "../../parts/use-format"
import { useChange } from "../../parts/use-mailroom"
import { useText, useWord } from "../../parts/use-text"
import { SuppressionDrawer } from "../suppressions/suppression-drawer"

type Suppression = Contact["suppressions"][number]

/** What keeps mail from this address, each with its proof and the way back; hidden while there is nothing. */
export function SuppressionsCard({ contact }: { contact: Contact }) {
  const text = useText()
  const [opened, setOpened] = useState<string | null>(null)
  if (contact.suppressions.length === 0) return null
  return (
    <Section title={text("contacts.suppressions")}>
      <ul className="divide-y">
        {contact.suppressions.map((suppression) => (
          <Line key={suppression.id} suppression={suppression} onOpen={() => setOpened(suppression.id)} />
        ))}
      </ul>
      {opened && <SuppressionDrawer id={opened} onClose={() => setOpened(null)} />}
    </Section>
  )
}

function Line({ suppression, onOpen }: { suppression: Suppression; onOpen: () => void }) {
  const text = useText()
  const word = useWord()
  const format = useFormat()
  return (
    <li className="flex items-start justify-between gap-x-3 px-6 py-3">
      <div>
        <Text size="small" weight="plus">
          {word("words.suppression", suppression.reason)}
        </Text>
        <Text size="small" className="text-ui-fg-subtle">
          {text(`contacts.scope.${suppression.scope}`)} ·{" "}
          {text("contacts.since", { at: format.dateTime(suppression.created_at) })}
        </Text>
      </div>
      <Button size="small" variant="secondary" onClick={onOpen}>
        {text(suppression.can_lift ? "contacts.lift" : "stops.facts")}
      </Button>
    </li>
  )
}

/** "Never write again", in one click and one question. */
export function BlockButton({ contact }: { contact: Contact }) {
  const text = useText()
  const prompt = usePrompt()
  const block = useChange<object>(`/contacts/${contact.id}/never-again`, { done: text("contacts.blocked") })
  const isBlocked = contact.suppressions.some((one) => one.scope === "all" && one.reason === "manual")
  if (isBlocked || !contact.email) return null

  async function ask() {
    const isSure = await prompt({
      title: text("contacts.blockTitle"),
      description: text("contacts.blockDescription", { email: contact.email ?? "" }),
      confirmText: text("contacts.blockConfirm"),
      cancelText: text("common.cancel"),
    })
    if (isSure) block.mutate({})
  }

  return (
    <ActionButton needs="edit" isLoading={block.isPending} onClick={() => void ask()}>
      {text("contacts.block")}
    </ActionButton>
  )
}
