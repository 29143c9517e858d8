import { Container } from "@medusajs/ui"
import { useState } from "react"
import { useNavigate } from "react-router-dom"
import { ActionButton } from "../../parts/action-button"
import { AudienceTabs } from "../../parts/audience-tabs"
import type { ContactFilter, ContactRow } from "../../parts/api/contacts"
import { PageHead } from "../../parts/page-head"
import { PagedTable } from "../../parts/paged-table"
import { EmptyState, WhenRead } from "../../parts/states"
import { useRead } from "../../parts/use-mailroom"
import { usePages } from "../../parts/use-pages"
import { useText } from "../../parts/use-text"
import { BulkDrawer } from "./bulk-drawer"
import { BulkProgress } from "./bulk-progress"
import { useContactColumns } from "./contact-columns"
import { ContactDrawer } from "./contact-drawer"
import { ContactFilters } from "./contact-filters"
import { CountLine } from "./count-line"
import { ExportContacts } from "./export-contacts"
import { useContactFilter } from "./use-contact-filter"
import { useSelection } from "./use-selection"
import { useWriteTo } from "./use-write-to"

/** Everybody with an address, and the e-mail state of each (F45). */
export default function ContactsPage() {
  const text = useText()
  const navigate = useNavigate()
  const { filter, change, clear, key } = useContactFilter()
  const [isCreating, setIsCreating] = useState(false)
  const [bulk, setBulk] = useState<{ filter: ContactFilter; known: number | null } | null>(null)
  const { cursor, pages } = usePages(key)
  const contacts = useRead<{ contacts: ContactRow[]; next_cursor: string | null }>("/contacts", {
    query: { ...filter, cursor, limit: 25 },
  })
  const rows = contacts.data?.contacts ?? []
  const selection = useSelection(
    rows.map(({ id }) => id),
    key,
  )
  const columns = useContactColumns(selection)
  const write = useWriteTo()
  const isFiltered = Object.keys(filter).length > 0
  return (
    <div className="flex flex-col gap-y-3">
      <PageHead
        title={text("menu.contacts")}
        hint={text("contacts.hint")}
        actions={
          <>
            <ExportContacts filter={filter} />
            <ActionButton needs="edit" variant="primary" onClick={() => setIsCreating(true)}>
              {text("contacts.create")}
            </ActionButton>
          </>
        }
      />
      <AudienceTabs />
      <BulkProgress />
      <Container className="divide-y overflow-hidden p-0">
        <ContactFilters filter={filter} onChange={change} onClear={clear} />
        <CountLine
          filter={filter}
          chosen={selection.chosen.length}
          onChosen={() => setBulk({ filter: { ids: selection.chosen }, known: selection.chosen.length })}
          isWriting={write.isBusy}
          onWrite={() => write.toThese(selection.chosen)}
          onWriteAll={() => void write.toAllOf(filter)}
          onAll={() => setBulk({ filter, known: null })}
          onNone={selection.clear}
        />
        <WhenRead read={contacts}>
          {(data) =>
            data.contacts.length === 0 ? (
              <EmptyState
                title={text(isFiltered ? "contacts.nobody" : "contacts.empty")}
                hint={text(isFiltered ? "contacts.nobodyHint" : "contacts.emptyHint")}
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
      {isCreating && (
        <ContactDrawer
          onClose={() => setIsCreating(false)}
          onSaved={(contact) => navigate(`/mailroom/contacts/${contact.id}`)}
        />
      )}
      {bulk && (
        <BulkDrawer
          filter={bulk.filter}
          known={bulk.known}
          onClose={() => setBulk(null)}
          onStarted={() => {
            setBulk(null)
            selection.clear()
          }}
        />
      )}
    </div>
  )
}
