import { Badge, Checkbox } from "@medusajs/ui"
import type { ContactRow } from "../../parts/api/contacts"
import { EmailStateBadge } from "../../parts/badges"
import { StateIcon } from "../../parts/contact-state"
import type { Column } from "../../parts/paged-table"
import { useFormat } from "../../parts/use-format"
import { useText } from "../../parts/use-text"
import type { Selection } from "./use-selection"

const TAGS_SHOWN = 3

/** What the list shows of each contact. */
export function useContactColumns(selection: Selection): Column<ContactRow>[] {
  const text = useText()
  const format = useFormat()
  const when = (iso: string | null) => (iso ? format.ago(iso) : "–")
  return [
    {
      key: "chosen",
      width: "w-10",
      head: (
        <Checkbox
          aria-label={text("contacts.choosePage")}
          checked={selection.page}
          onCheckedChange={() => selection.togglePage()}
        />
      ),
      cell: (contact) => (
        <span onClick={(event) => event.stopPropagation()} onKeyDown={(event) => event.stopPropagation()}>
          <Checkbox
            aria-label={text("contacts.chooseOne", { who: contact.email ?? contact.id })}
            checked={selection.isChosen(contact.id)}
            onCheckedChange={() => selection.toggle(contact.id)}
          />
        </span>
      ),
    },
    {
      key: "email",
      head: text("contacts.email"),
      width: "max-w-[280px] truncate",
      cell: (contact) => <span className="text-ui-fg-base">{contact.email ?? text("contacts.erased")}</span>,
    },
    { key: "name", head: text("contacts.name"), width: "max-w-[180px] truncate", cell: ({ name }) => name ?? "–" },
    {
      key: "state",
      head: text("contacts.state"),
      cell: (contact) => (
        <span className="inline-flex items-center gap-x-2 align-middle">
          <StateIcon state={contact.state} />
          <EmailStateBadge state={contact.state} />
          {contact.consent_expires_at && (
            <span className="text-ui-fg-subtle whitespace-nowrap">
              {text("contacts.consentUntil", { at: format.date(contact.consent_expires_at) })}
            </span>
          )}
        </span>
      ),
    },
    { key: "tags", head: text("contacts.tags"), cell: (contact) => <Tags tags={contact.tags} /> },
    { key: "country", head: text("contacts.country"), cell: ({ country }) => country ?? "–" },
    { key: "language", head: text("contacts.language"), cell: ({ locale }) => locale ?? "–" },
    {
      key: "bought",
      head: text("contacts.lastBought"),
      width: "whitespace-nowrap",
      cell: (contact) => when(contact.last_transaction_at),
    },
    {
      key: "seen",
      head: text("contacts.lastSeen"),
      width: "whitespace-nowrap",
      cell: (contact) => when(contact.last_interaction_at),
    },
  ]
}

function Tags({ tags }: { tags: string[] }) {
  if (tags.length === 0) return <>–</>
  return (
    <span className="inline-flex gap-x-1" title={tags.join(", ")}>
      {tags.slice(0, TAGS_SHOWN).map((tag) => (
        <Badge key={tag} size="2xsmall" className="max-w-[120px] truncate whitespace-nowrap">
          {tag}
        </Badge>
      ))}
      {tags.length > TAGS_SHOWN && <Badge size="2xsmall">+{tags.length - TAGS_SHOWN}</Badge>}
    </span>
  )
}
