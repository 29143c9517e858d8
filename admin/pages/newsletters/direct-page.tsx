import { lazy, Suspense, useCallback, useState } from "react"
import { Navigate } from "react-router-dom"
import type { WholeContact } from "../../parts/api/contacts"
import type { MailContent } from "../../parts/api/content"
import type { Mailing } from "../../parts/api/mailings"
import type { SettingsAnswer } from "../../parts/api/settings"
import { localeAsked } from "../../parts/locale-asked"
import { PageHead } from "../../parts/page-head"
import { ConflictAlert, SaveBadge } from "../../parts/save-badge"
import { LoadingPage, WhenRead } from "../../parts/states"
import { useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"
import { AttachmentsCard } from "./attachments-card"
import { ChecklistCard } from "./checklist-card"
import { DirectActions } from "./direct-actions"
import { DirectOptions } from "./direct-options"
import { DirectTo } from "./direct-to"
import { useDraft } from "./use-draft"

const MailEditor = lazy(() => import("../../editor/mail-editor"))

/** A letter to one person (F6); once it is sent, it is a mail in the Outbox. */
export function DirectPage({ mailing }: { mailing: Mailing }) {
  if (mailing.sent_message_id) return <Navigate to={`/mailroom/outbox/${mailing.sent_message_id}`} replace />
  return <DirectEditor mailing={mailing} />
}

function DirectEditor({ mailing }: { mailing: Mailing }) {
  const text = useText()
  const draft = useDraft(mailing)
  const settings = useRead<SettingsAnswer>("/settings")
  const contactId = mailing.audience.people[0] ?? ""
  const [as, setAs] = useState<{ with: { contact_id?: string }; label: string | null }>({
    with: { contact_id: contactId },
    label: null,
  })
  const [locale, setLocale] = useState<string | null>(null)
  const contact = useRead<{ contact: WholeContact }>(`/contacts/${contactId}`)
  const person = contact.data?.contact
  const shownAs = { ...as, label: as.label ?? person?.name ?? person?.email ?? null }
  const { write: keep } = draft
  const write = useCallback((content: MailContent) => keep(content), [keep])
  const { subject, preheader, document, sender_id } = draft.draft
  const shopLocale = settings.data?.settings.general.locale ?? "en"
  const asked = {
    for: "direct",
    content: { subject, preheader, document },
    sender_id,
    mailing_id: mailing.id,
    locale: localeAsked(locale, document.locale ?? shopLocale, as.with),
  }
  return (
    <div className="flex flex-col gap-y-3">
      <PageHead
        back={{ to: `/mailroom/contacts/${contactId}`, label: text("menu.contacts") }}
        title={subject || text("composer.direct.title")}
        hint={<SaveBadge state={draft.state} />}
        actions={<DirectActions mailing={mailing} draft={draft} asked={{ ...asked, ...as.with }} />}
      />
      {draft.state.kind === "conflict" && <ConflictAlert />}
      <DirectTo contactId={contactId} />
      <WhenRead read={settings} loading={<LoadingPage cards={2} />}>
        {(answer) => (
          <Suspense fallback={<LoadingPage cards={2} />}>
            <MailEditor
              content={mailing}
              contentFor="direct"
              shopLocale={answer.settings.general.locale}
              senderId={sender_id}
              mailingId={mailing.id}
              as={shownAs}
              setAs={(next) => setAs(next as typeof as)}
              setLocale={setLocale}
              onChange={write}
              foot={
                <>
                  <AttachmentsCard mailingId={mailing.id} />
                  <DirectOptions draft={draft} />
                </>
              }
              side={<ChecklistCard mailingId={mailing.id} revision={draft.revision} />}
            />
          </Suspense>
        )}
      </WhenRead>
    </div>
  )
}
