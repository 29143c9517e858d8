import { Alert, Button, StatusBadge } from "@medusajs/ui"
import type { Mailing } from "../../parts/api/mailings"
import { PageHead } from "../../parts/page-head"
import { useFormat } from "../../parts/use-format"
import { useText } from "../../parts/use-text"
import { ChecklistCard } from "./checklist-card"
import { ContentCard } from "./content-card"
import { EditorActions } from "./editor-actions"
import { EnvelopeCard } from "./envelope-card"
import { PreviewCard } from "./preview-card"
import { useDraft, type SaveState } from "./use-draft"

export function EditorPage({ mailing }: { mailing: Mailing }) {
  const text = useText()
  const format = useFormat()
  const draft = useDraft(mailing)
  return (
    <div className="flex flex-col gap-y-3">
      <PageHead
        back={{ to: "/mailroom/newsletters", label: text("menu.newsletters") }}
        title={draft.draft.subject || text("common.noSubject")}
        hint={<SaveBadge state={draft.state} />}
        actions={<EditorActions mailing={mailing} draft={draft} />}
      />
      {mailing.state === "scheduled" && mailing.scheduled_at && (
        <Alert variant="info">{text("newsletters.scheduledFor", { at: format.dateTime(mailing.scheduled_at) })}</Alert>
      )}
      {draft.state.kind === "conflict" && <Conflict />}
      <div className="grid grid-cols-1 gap-3 xl:grid-cols-[minmax(0,5fr)_minmax(0,4fr)]">
        <div className="flex min-w-0 flex-col gap-y-3">
          <EnvelopeCard draft={draft} />
          <ContentCard draft={draft} />
        </div>
        <div className="flex min-w-0 flex-col gap-y-3">
          <ChecklistCard mailingId={mailing.id} revision={draft.revision} />
          <div className="xl:sticky xl:top-3">
            <PreviewCard mailingId={mailing.id} revision={draft.revision} />
          </div>
        </div>
      </div>
    </div>
  )
}

function Conflict() {
  const text = useText()
  return (
    <Alert variant="error">
      <span className="flex flex-wrap items-center gap-x-3 gap-y-2">
        {text("newsletters.conflict")}
        <Button size="small" variant="secondary" onClick={() => window.location.reload()}>
          {text("newsletters.loadOther")}
        </Button>
      </span>
    </Alert>
  )
}

function SaveBadge({ state }: { state: SaveState }) {
  const text = useText()
  const colour = { saved: "green", unsaved: "grey", saving: "blue", conflict: "red", refused: "red" } as const
  return (
    <span aria-live="polite" className="inline-flex items-center gap-x-2">
      <StatusBadge color={colour[state.kind]}>{text(`newsletters.save.${state.kind}`)}</StatusBadge>
      {state.kind === "refused" && <span className="text-ui-fg-error">{state.sentence}</span>}
    </span>
  )
}
