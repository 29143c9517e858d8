import { Badge, Button, Text, Tooltip } from "@medusajs/ui"
import { EnvelopeContent, EyeSlash, XCircleSolid } from "@medusajs/icons"
import { useNavigate } from "react-router-dom"
import type { Contact, CustomerMails } from "../../parts/api/contacts"
import { EmailStateBadge } from "../../parts/badges"
import { MessageTable } from "../../parts/message-table"
import { Row, Section } from "../../parts/section"
import { EmptyState, WhenRead } from "../../parts/states"
import { useFormat } from "../../parts/use-format"
import { useRead } from "../../parts/use-mailroom"
import { usePages } from "../../parts/use-pages"
import { useText, useWord } from "../../parts/use-text"

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
  return (
    <Section title={text("person.state")}>
      <WhenRead read={mails}>
        {(data) =>
          data.contact ? (
            <State contact={data.contact} />
          ) : (
            <EmptyState title={text("person.unknown")} hint={text("person.unknownHint")} />
          )
        }
      </WhenRead>
    </Section>
  )
}

function State({ contact }: { contact: Contact }) {
  const text = useText()
  const word = useWord()
  const format = useFormat()
  return (
    <>
      <div className="flex items-start gap-x-3 px-6 py-4">
        <StateIcon state={contact.state} />
        <div className="flex flex-col gap-y-2">
          <EmailStateBadge state={contact.state} />
          <Text size="small" className="text-ui-fg-subtle">
            {contact.state_text}
          </Text>
        </div>
      </div>
      <Row label={text("person.tracking")}>{word("words.tracking", contact.tracking)}</Row>
      <Row label={text("person.topics")}>
        <div className="flex flex-wrap gap-1.5">
          {contact.topics.length === 0 && "–"}
          {contact.topics.map((topic) => (
            <Tooltip
              key={topic.id}
              content={
                topic.since
                  ? text("person.since", { at: format.dateTime(topic.since) })
                  : word("words.marketing", "never_asked")
              }
            >
              <Badge
                size="2xsmall"
                color={topic.state === "subscribed" ? "green" : topic.state === "unsubscribed" ? "red" : "grey"}
              >
                {topic.name}: {word("words.topicState", topic.state)}
              </Badge>
            </Tooltip>
          ))}
        </div>
      </Row>
      {contact.suppressions.map((one) => (
        <Row key={one.id} label={text("person.blocked")}>
          {word("words.suppression", one.reason)} · {format.ago(one.created_at)}
        </Row>
      ))}
      {contact.last_interaction_at && (
        <Row label={text("person.lastSeen")}>{format.ago(contact.last_interaction_at)}</Row>
      )}
    </>
  )
}

/** Told apart by shape, not by colour alone. */
function StateIcon({ state }: { state: Contact["state"] }) {
  if (state === "unsubscribed") return <EyeSlash className="text-ui-tag-red-icon mt-0.5" />
  if (state === "suppressed" || state === "no_address" || state === "erased")
    return <XCircleSolid className="text-ui-tag-red-icon mt-0.5" />
  return (
    <EnvelopeContent className={state === "subscribed" ? "text-ui-tag-green-icon mt-0.5" : "text-ui-fg-muted mt-0.5"} />
  )
}
