import { Alert, Button } from "@medusajs/ui"
import { useState } from "react"
import { Link } from "react-router-dom"
import { ActionButton } from "../../parts/action-button"
import type { Mailing, Progress } from "../../parts/api/mailings"
import { MailingBadge } from "../../parts/badges"
import { PageHead } from "../../parts/page-head"
import { WhenRead } from "../../parts/states"
import { useFormat } from "../../parts/use-format"
import { useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"
import { DoubtsCard } from "../outbox/doubts-card"
import { AbResultCard } from "./ab-result-card"
import { CorrectPage } from "./dispatch-correct"
import { DispatchActions } from "./dispatch-actions"
import { PreviewCard } from "./preview-card"
import { ProgressCard } from "./progress-card"
import { TimingCard } from "./schedule-timing"
import { UndoBanner } from "./dispatch-undo"
import { VersionsCard } from "./dispatch-versions"
import { AgainNote, InArchiveCard } from "./schedule-archive"
import { said } from "../../parts/said"
import { SpamNote } from "./spam-note"

const MOVING = ["planning", "sending", "paused"]

/** A mailing that has started: how far it is, and the brakes. */
export function DispatchPage({ mailing }: { mailing: Mailing }) {
  const text = useText()
  const [isCorrecting, setCorrecting] = useState(false)
  const format = useFormat()
  const progress = useRead<Progress>(`/mailings/${mailing.id}/progress`, {
    // By itself, not by the mailing, which is read at another moment: else the last look may be one too early.
    refreshMs: (last) => (last === undefined || MOVING.includes(last.state) || last.queued > 0 ? 2_000 : false),
  })
  const state = progress.data?.state ?? mailing.state
  if (isCorrecting && state === "paused") return <CorrectPage mailing={mailing} onClose={() => setCorrecting(false)} />
  return (
    <div className="flex flex-col gap-y-3">
      <PageHead
        back={{ to: "/mailroom/newsletters", label: text("menu.newsletters") }}
        title={mailing.subject || mailing.shown_name}
        hint={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <MailingBadge state={state} />
            {mailing.topic_name}
            {mailing.started_at && (
              <span>{text("newsletters.startedAt", { at: format.dateTime(mailing.started_at) })}</span>
            )}
          </span>
        }
        actions={
          <>
            <DispatchActions mailing={mailing} state={state} />
            {state === "paused" && mailing.ab === null && (
              <ActionButton needs="send" onClick={() => setCorrecting(true)}>
                {text("schedule.correct.button")}
              </ActionButton>
            )}
            <Button size="small" variant="secondary" asChild>
              <Link to={`/mailroom/reports/${mailing.id}`}>{text("newsletters.toReport")}</Link>
            </Button>
          </>
        }
      />
      {(progress.data?.problem ?? mailing.problem) && (
        <Alert variant="error">{said(progress.data?.problem ?? mailing.problem ?? "")}</Alert>
      )}
      {state === "planning" && <UndoBanner mailing={mailing} />}
      {mailing.correcting_after && <Alert variant="info">{text("schedule.correct.working")}</Alert>}
      <AgainNote mailing={mailing} />
      <SpamNote mailingId={mailing.id} />
      {mailing.local_wall && MOVING.includes(state) && (
        <Alert variant="info">{text("newsletters.goesLocal", { time: mailing.local_wall.slice(11) })}</Alert>
      )}
      <WhenRead read={progress}>{(data) => <ProgressCard progress={data} mailingId={mailing.id} />}</WhenRead>
      {(progress.data?.in_doubt ?? 0) > 0 && <DoubtsCard sourceId={mailing.id} />}
      <AbResultCard mailingId={mailing.id} isOver={!MOVING.includes(state)} />
      <VersionsCard mailingId={mailing.id} isMoving={MOVING.includes(state)} />
      {MOVING.includes(state) && <TimingCard mailing={mailing} isRunning />}
      <InArchiveCard mailing={mailing} />
      <PreviewCard mailingId={mailing.id} revision={mailing.revision} />
    </div>
  )
}
