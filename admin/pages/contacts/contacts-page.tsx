import { Container, Input } from "@medusajs/ui"
import { useState } from "react"
import { useNavigate } from "react-router-dom"
import type { ContactRow } from "../../parts/api/contacts"
import { EmailStateBadge } from "../../parts/badges"
import { StateIcon } from "../../parts/contact-state"
import { PageHead } from "../../parts/page-head"
import { PagedTable, type Column } from "../../parts/paged-table"
import { EmptyState, WhenRead } from "../../parts/states"
import { useFormat } from "../../parts/use-format"
import { useRead } from "../../parts/use-mailroom"
import { usePages } from "../../parts/use-pages"
import { useText } from "../../parts/use-text"

/** Everybody with an address, and the e-mail state of each (F45). */
export default function ContactsPage() {
  const text = useText()
  const navigate = useNavigate()
  const columns = useColumns()
  const [typed, setTyped] = useState("")
  const q = typed.trim().length >= 3 ? typed.trim() : ""
  const { cursor, pages } = usePages(q)
  const contacts = useRead<{ contacts: ContactRow[]; next_cursor: string | null }>("/contacts", {
    query: { q, cursor, limit: 25 },
  })
  return (
    <div className="flex flex-col gap-y-3">
      <PageHead title={text("menu.contacts")} hint={text("contacts.hint")} />
      <Container className="divide-y overflow-hidden p-0">
        <div className="w-80 px-6 py-4">
          <Input
            size="small"
            type="search"
            value={typed}
            aria-label={text("common.search")}
            placeholder={text("contacts.searchPlaceholder")}
            onChange={(event) => setTyped(event.target.value)}
          />
        </div>
        <WhenRead read={contacts}>
          {(data) =>
            data.contacts.length === 0 ? (
              <EmptyState
                title={text(q ? "contacts.nobody" : "contacts.empty")}
                hint={text(q ? "contacts.nobodyHint" : "contacts.emptyHint")}
              />
            ) : (
              <PagedTable
                rows={data.contacts}
                keyOf={(contact) => contact.id}
                onRow={(contact) => navigate(`/mailroom/contacts/${contact.id}`)}
                columns={columns}
                pages={pages(data.next_cursor)}
                isStale={contacts.isPlaceholderData}
              />
            )
          }
        </WhenRead>
      </Container>
    </div>
  )
}

function useColumns(): Column<ContactRow>[] {
  const text = useText()
  const format = useFormat()
  const when = (iso: string | null) => (iso ? format.ago(iso) : "–")
  return [
    {
      key: "email",
      head: text("contacts.email"),
      width: "max-w-[320px] truncate",
      cell: (contact) => <span className="text-ui-fg-base">{contact.email ?? text("contacts.erased")}</span>,
    },
    { key: "name", head: text("contacts.name"), cell: (contact) => contact.name ?? "–" },
    {
      key: "state",
      head: text("contacts.state"),
      cell: (contact) => (
        <span className="inline-flex items-center gap-x-2 align-middle">
          <StateIcon state={contact.state} />
          <EmailStateBadge state={contact.state} />
        </span>
      ),
    },
    { key: "language", head: text("contacts.language"), cell: (contact) => contact.locale ?? "–" },
    { key: "bought", head: text("contacts.lastBought"), cell: (contact) => when(contact.last_transaction_at) },
    { key: "seen", head: text("contacts.lastSeen"), cell: (contact) => when(contact.last_interaction_at) },
  ]
}
