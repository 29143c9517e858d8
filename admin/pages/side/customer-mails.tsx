import { Button } from "@medusajs/ui"
import { Link, useNavigate } from "react-router-dom"
import type { CustomerMails } from "../../parts/api/contacts"
import { ContactState } from "../../parts/contact-state"
import { LetterDrafts } from "../../parts/letter-drafts"
import { MessageTable } from "../../parts/message-table"
import { Section } from "../../parts/section"
import { EmptyState, WhenRead } from "../../parts/states"
import { useRead } from "../../parts/use-mailroom"
import { usePages } from "../../parts/use-pages"
import { useText } from "../../parts/use-text"
import { useNoAddress, WriteLetter } from "../../parts/write-letter"

/** On the customer's page: may we write, about what, and what did this person get (F41, F45). */
export function CustomerMailsCard({ customerId }: { customerId: string }) {
  const text = useText()
  const navigate = useNavigate()
  const { cursor, pages } = usePages(customerId)
  const mails = useRead<CustomerMails>(`/customers/${customerId}/mails`, { query: { cursor, limit: 10 } })
  return (
    <Section
      title={text("person.mails")}
      actions={
        mails.data?.contact?.email && (
          <Button
            size="small"
            variant="secondary"
            onClick={() => navigate(`/mailroom/outbox?q=${encodeURIComponent(mails.data?.contact?.email ?? "")}`)}
          >
            {text("person.toOutbox")}
          </Button>
        )
      }
    >
      {mails.data?.contact && <LetterDrafts contactId={mails.data.contact.id} />}
      <WhenRead read={mails}>
        {(data) =>
          data.messages.length === 0 ? (
            <EmptyState title={text("person.noMails")} hint={text("person.noMailsHint")} />
          ) : (
            <MessageTable
              rows={data.messages}
              withRecipient={false}
              onOpen={(row) => navigate(`/mailroom/outbox/${row.id}`)}
              pages={pages(data.next_cursor)}
              isStale={mails.isPlaceholderData}
            />
          )
        }
      </WhenRead>
    </Section>
  )
}

export function EmailStateCard({ customerId }: { customerId: string }) {
  const text = useText()
  const mails = useRead<CustomerMails>(`/customers/${customerId}/mails`, { query: { limit: 10 } })
  const noAddress = useNoAddress(mails.data?.contact)
  return (
    <Section
      title={text("person.state")}
      actions={
        <>
          {mails.data?.contact && (
            <Button size="small" variant="transparent" asChild>
              <Link to={`/mailroom/contacts/${mails.data.contact.id}`}>{text("person.toContact")}</Link>
            </Button>
          )}
          <WriteLetter to={{ customerId }} label={text("composer.direct.write")} whyDisabled={noAddress} />
        </>
      }
    >
      <WhenRead read={mails}>
        {(data) =>
          data.contact ? (
            <ContactState contact={data.contact} />
          ) : (
            <EmptyState title={text("person.unknown")} hint={text("person.unknownHint")} />
          )
        }
      </WhenRead>
    </Section>
  )
}
