import { Button } from "@medusajs/ui"
import { useState } from "react"
import { Link, useNavigate, useParams } from "react-router-dom"
import { ActionButton } from "../../parts/action-button"
import type { WholeContact } from "../../parts/api/contacts"
import { ContactState } from "../../parts/contact-state"
import { LetterDrafts } from "../../parts/letter-drafts"
import { MessageTable } from "../../parts/message-table"
import { PageHead } from "../../parts/page-head"
import { Section } from "../../parts/section"
import { EmptyState, LoadingPage, WhenRead } from "../../parts/states"
import { useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"
import { WriteLetter } from "../../parts/write-letter"
import { ConsentCard } from "../consent/consent-card"
import { ActivitiesCard } from "./activities-card"
import { AddressesCard } from "./addresses-card"
import { AutomationsCard } from "./automations-card"
import { ChannelsCard } from "./channels-card"
import { ConsentSections } from "./consent-sections"
import { PersonalDataCard } from "./personal-data-card"
import { ProfileCard } from "./profile-card"
import { PurchasesCard } from "./purchases-card"
import { TasksCard } from "./tasks-card"
import { BlockButton } from "./suppressions-card"
import { TopicChangeDrawer } from "./topic-change-drawer"

/** One person: the state with its reason, profile, purchases, every mail, and what came of them. */
export default function ContactPage() {
  const { id = "" } = useParams()
  const contact = useRead<{ contact: WholeContact }>(`/contacts/${id}`)
  return (
    <WhenRead read={contact} loading={<LoadingPage cards={3} />}>
      {(data) => <ContactView contact={data.contact} />}
    </WhenRead>
  )
}

function ContactView({ contact }: { contact: WholeContact }) {
  const text = useText()
  return (
    <div className="flex flex-col gap-y-3">
      <PageHead
        back={{ to: "/mailroom/contacts", label: text("menu.contacts") }}
        title={contact.name ?? contact.email ?? text("contacts.erased")}
        hint={contact.name ? contact.email : undefined}
        actions={<HeadActions contact={contact} />}
      />
      <div className="grid grid-cols-1 items-start gap-3 xl:grid-cols-[minmax(0,2fr)_minmax(320px,1fr)]">
        <div className="flex min-w-0 flex-col gap-y-3">
          <MailsCard contact={contact} />
          <ActivitiesCard activities={contact.activities} />
          <ConsentCard contactId={contact.id} />
          <PurchasesCard purchases={contact.profile.purchases} />
        </div>
        <div className="flex min-w-0 flex-col gap-y-3">
          <StateCard contact={contact} />
          <AutomationsCard contact={contact} />
          <TasksCard contact={contact} />
          <ProfileCard contact={contact} />
          <ConsentSections contact={contact} />
          <AddressesCard profile={contact.profile} />
          <ChannelsCard contactId={contact.id} />
          <PersonalDataCard contact={contact} />
        </div>
      </div>
    </div>
  )
}

function StateCard({ contact }: { contact: WholeContact }) {
  const text = useText()
  const [isChanging, setIsChanging] = useState(false)
  return (
    <Section
      title={text("person.state")}
      actions={
        contact.email && (
          <ActionButton needs="edit" onClick={() => setIsChanging(true)}>
            {text("contacts.topicChange.open")}
          </ActionButton>
        )
      }
    >
      <ContactState contact={contact} />
      {isChanging && <TopicChangeDrawer contact={contact} onClose={() => setIsChanging(false)} />}
    </Section>
  )
}

function HeadActions({ contact }: { contact: WholeContact }) {
  const text = useText()
  const customer = contact.customer_ids.at(0)
  return (
    <>
      {customer && (
        <Button size="small" variant="secondary" asChild>
          <Link to={`/customers/${customer}`}>{text("contacts.toCustomer")}</Link>
        </Button>
      )}
      <BlockButton contact={contact} />
      {contact.email && <WriteLetter to={{ contactId: contact.id }} label={text("composer.direct.writeContact")} />}
    </>
  )
}

function MailsCard({ contact }: { contact: WholeContact }) {
  const text = useText()
  const navigate = useNavigate()
  return (
    <Section title={text("contacts.mails")}>
      <LetterDrafts contactId={contact.id} />
      {contact.mails.length === 0 ? (
        <EmptyState title={text("person.noMails")} hint={text("person.noMailsHint")} />
      ) : (
        <MessageTable
          rows={contact.mails}
          withRecipient={false}
          onOpen={(row) => navigate(`/mailroom/outbox/${row.id}`)}
        />
      )}
    </Section>
  )
}
