import { Alert } from "@medusajs/ui"
import type { ReactNode } from "react"
import { Link } from "react-router-dom"
import type { Overview } from "../../parts/api/readiness"
import { Count, FigureCard, Figures } from "../../parts/figure"
import { useFormat } from "../../parts/use-format"
import { useText } from "../../parts/use-text"

/** Is the line moving: what went, what waits, what went wrong, and whether the machine behind it lives. */
export function OutboxHealth({ overview: { outbox, heartbeat, tracking } }: { overview: Overview }) {
  const text = useText()
  const format = useFormat()
  return (
    <>
      {heartbeat.is_late && (
        <Alert variant="error">
          {heartbeat.age_seconds === null
            ? text("overview.neverRan")
            : text("overview.stoodStill", { duration: format.duration(heartbeat.age_seconds) })}
        </Alert>
      )}
      <Figures>
        <FigureCard label={text("overview.sent24h")} hint={text("overview.sent24hHint")}>
          <ToOutbox query="status=sent">
            <Count value={outbox.sent_24h} />
          </ToOutbox>
        </FigureCard>
        <FigureCard label={text("overview.waiting")} hint={text("overview.waitingHint")} note={waitNote()}>
          <ToOutbox query="status=queued">
            <Count value={outbox.queued} />
          </ToOutbox>
        </FigureCard>
        <FigureCard
          label={text("overview.failed24h")}
          hint={text("overview.failed24hHint")}
          note={outbox.held > 0 ? text("overview.held", { count: outbox.held }) : undefined}
        >
          <ToOutbox query="status=failed">
            <Count value={outbox.failed_24h} />
          </ToOutbox>
        </FigureCard>
        <FigureCard
          label={text("overview.inDoubt")}
          hint={text("overview.inDoubtHint")}
          note={tracking.unrecorded_24h ? text("overview.unrecorded", { count: tracking.unrecorded_24h }) : undefined}
        >
          <ToOutbox query="status=in_doubt">
            <Count value={outbox.in_doubt} />
          </ToOutbox>
        </FigureCard>
      </Figures>
    </>
  )

  function waitNote() {
    if (outbox.oldest_due_seconds === null || outbox.oldest_due_seconds < 1) return text("overview.nothingLate")
    return text("overview.oldestDue", { duration: format.duration(outbox.oldest_due_seconds) })
  }
}

function ToOutbox({ query, children }: { query: string; children: ReactNode }) {
  return (
    <Link to={`/mailroom/outbox?${query}`} className="hover:text-ui-fg-interactive">
      {children}
    </Link>
  )
}
