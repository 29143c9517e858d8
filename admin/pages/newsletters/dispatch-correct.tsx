import { Hint } from "@medusajs/ui"
import { lazy, Suspense, useState } from "react"
import { ActionButton } from "../../parts/action-button"
import type { MailContent, PreviewWith } from "../../parts/api/content"
import type { Mailing } from "../../parts/api/mailings"
import type { SettingsAnswer } from "../../parts/api/settings"
import { PageHead } from "../../parts/page-head"
import { LoadingPage, WhenRead } from "../../parts/states"
import { useChange, useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"

const MailEditor = lazy(() => import("../../editor/mail-editor"))

/** Another text for those who have not got it yet; nothing is kept before somebody says so. */
export function CorrectPage({ mailing, onClose }: { mailing: Mailing; onClose: () => void }) {
  const text = useText()
  const settings = useRead<SettingsAnswer>("/settings")
  const [as, setAs] = useState<{ with: PreviewWith; label: string | null }>({ with: {}, label: null })
  const [content, setContent] = useState<MailContent | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const correct = useChange<MailContent & { revision: number }>(`/mailings/${mailing.id}/correct`, {
    done: text("schedule.correct.saved"),
    onDone: onClose,
    onRefused: setProblem,
  })
  return (
    <div className="flex flex-col gap-y-3">
      <PageHead
        title={text("schedule.correct.title")}
        hint={text("schedule.correct.hint")}
        actions={
          <>
            <ActionButton needs="see" onClick={onClose}>
              {text("common.cancel")}
            </ActionButton>
            <ActionButton
              needs="send"
              variant="primary"
              disabled={content === null}
              isLoading={correct.isPending}
              onClick={() => content && correct.mutate({ ...content, revision: mailing.revision })}
            >
              {text("schedule.correct.save")}
            </ActionButton>
          </>
        }
      />
      {problem && <Hint variant="error">{problem}</Hint>}
      <WhenRead read={settings} loading={<LoadingPage cards={2} />}>
        {(answer) => (
          <Suspense fallback={<LoadingPage cards={2} />}>
            <MailEditor
              content={mailing}
              contentFor="newsletter"
              shopLocale={answer.settings.general.locale}
              senderId={mailing.sender_id}
              name={mailing.name ?? undefined}
              mailingId={mailing.id}
              as={as}
              setAs={setAs}
              onChange={setContent}
            />
          </Suspense>
        )}
      </WhenRead>
    </div>
  )
}
