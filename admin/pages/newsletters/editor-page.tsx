import { Alert } from "@medusajs/ui"
import { lazy, Suspense, useCallback, useState } from "react"
import { variantLetter } from "../../../src/core/mailings/ab-test"
import type { MailContent, PreviewWith } from "../../parts/api/content"
import type { Mailing } from "../../parts/api/mailings"
import type { SettingsAnswer } from "../../parts/api/settings"
import { localeAsked } from "../../parts/locale-asked"
import { PageHead } from "../../parts/page-head"
import { ConflictAlert, SaveBadge } from "../../parts/save-badge"
import { LoadingPage, WhenRead } from "../../parts/states"
import { useFormat } from "../../parts/use-format"
import { useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"
import { AbCard } from "./ab-card"
import { contentOf, withContent } from "./ab-edit"
import { AboutCard } from "./about-card"
import { AttachmentsCard } from "./attachments-card"
import { AudienceCard } from "./audience-card"
import { ChecklistCard } from "./checklist-card"
import { CopiesCard } from "./copies-card"
import { EditorActions } from "./editor-actions"
import { EnvelopeCard } from "./envelope-card"
import { AgainNote, InArchiveCard } from "./schedule-archive"
import { TimingCard } from "./schedule-timing"
import { PreflightCard } from "./preflight-card"
import { SpamCard, SpamCount } from "./spam-card"
import { useDraft, type Draft } from "./use-draft"
import { UtmCard } from "./utm-card"
import { VariantTabs } from "./variant-tabs"

// The editor is as large as all other screens together: it is fetched when somebody writes.
const MailEditor = lazy(() => import("../../editor/mail-editor"))

export function EditorPage({ mailing }: { mailing: Mailing }) {
  const text = useText()
  const format = useFormat()
  const draft = useDraft(mailing)
  const settings = useRead<SettingsAnswer>("/settings")
  const [as, setAs] = useState<{ with: PreviewWith; label: string | null }>({ with: {}, label: null })
  const [locale, setLocale] = useState<string | null>(null)
  const [open, setOpen] = useState(0)
  const { ab } = draft.draft
  const at = ab && open < ab.variants.length ? open : 0
  const write = useWrite(draft, at)
  const { name } = draft.draft
  const shopLocale = settings.data?.settings.general.locale ?? "en"
  const askedAt = (place: number) => {
    const { subject, preheader, document, sender_id } = contentOf(draft.draft, place)
    return {
      for: "newsletter",
      content: { subject, preheader, document },
      sender_id,
      name: name ?? undefined,
      mailing_id: mailing.id,
      locale: localeAsked(locale, document.locale ?? shopLocale, as.with),
    }
  }
  const asked = askedAt(at)
  const { subject } = asked.content
  return (
    <div className="flex flex-col gap-y-3">
      <PageHead
        back={{ to: "/mailroom/newsletters", label: text("menu.newsletters") }}
        title={subject || text("common.noSubject")}
        hint={
          <span className="flex flex-wrap items-center gap-2">
            <SaveBadge state={draft.state} />
            <SpamCount content={asked.content} shopLocale={shopLocale} />
          </span>
        }
        actions={
          <EditorActions
            mailing={mailing}
            draft={draft}
            asked={{ ...asked, ...as.with }}
            contentNow={() => wordsOf(contentOf(draft.now(), at))}
          />
        }
      />
      {mailing.state === "scheduled" && mailing.scheduled_at && (
        <Alert variant="info">
          {text(mailing.local_wall ? "newsletters.scheduledLocal" : "newsletters.scheduledFor", {
            // A wall time has no zone: it is shown as it will stand on each clock.
            at: format.dateTime(mailing.local_wall ?? mailing.scheduled_at),
          })}
        </Alert>
      )}
      <AgainNote mailing={mailing} />
      {draft.state.kind === "conflict" && <ConflictAlert />}
      {ab && <VariantTabs ab={ab} open={at} onOpen={setOpen} />}
      <WhenRead read={settings} loading={<LoadingPage cards={2} />}>
        {(answer) => (
          <Suspense fallback={<LoadingPage cards={2} />}>
            <MailEditor
              key={at}
              content={contentOf(draft.draft, at)}
              contentFor="newsletter"
              shopLocale={answer.settings.general.locale}
              senderId={asked.sender_id}
              name={name ?? undefined}
              mailingId={mailing.id}
              as={as}
              setAs={setAs}
              setLocale={setLocale}
              onChange={write}
              foot={
                <>
                  <AudienceCard mailingId={mailing.id} draft={draft} />
                  <EnvelopeCard draft={draft} />
                  <AttachmentsCard mailingId={mailing.id} />
                  <TimingCard mailing={mailing} />
                  <InArchiveCard mailing={mailing} />
                  <AbCard mailingId={mailing.id} draft={draft} open={at} onOpen={setOpen} />
                  <AboutCard mailingId={mailing.id} revision={draft.revision} />
                  <CopiesCard draft={draft} />
                  <UtmCard draft={draft} />
                </>
              }
              side={
                <>
                  <ChecklistCard mailingId={mailing.id} revision={draft.revision} />
                  <SpamCard mailingId={mailing.id} draft={draft} content={asked.content} shopLocale={shopLocale} />
                  <PreflightCard
                    mailingId={mailing.id}
                    draft={draft}
                    asked={(variant) => askedAt(placeOf(variant, ab))}
                  />
                </>
              }
            />
          </Suspense>
        )}
      </WhenRead>
    </div>
  )
}

/** What is written goes into the mailing, or into the variant that is open. */
function useWrite({ now, write }: Draft, at: number): (content: MailContent) => void {
  return useCallback(
    (content) => {
      const { ab, ...mailing } = now()
      write(at === 0 || ab === null ? content : { ab: withContent(ab, at, content, mailing) })
    },
    [now, write, at],
  )
}

/** Where the variant of this letter stands; at the mailing itself if it is not there any more. */
const placeOf = (variant: string | null, ab: Draft["draft"]["ab"]): number =>
  Math.max(0, ab?.variants.findIndex((_, place) => variantLetter(place + 1) === variant) ?? 0)

const wordsOf = ({ subject, preheader, document }: ReturnType<typeof contentOf>) => ({ subject, preheader, document })
