import { StatusBadge } from "@medusajs/ui"
import type { Attempt } from "../../parts/api/actions"
import { PagedTable, type Column } from "../../parts/paged-table"
import { Section } from "../../parts/section"
import { EmptyState, WhenRead } from "../../parts/states"
import { said } from "../../parts/said"
import { useFormat } from "../../parts/use-format"
import { useRead } from "../../parts/use-mailroom"
import { usePages } from "../../parts/use-pages"
import { useText } from "../../parts/use-text"

const COLOURS = { done: "green", retry: "orange", failed: "red", in_doubt: "orange" } as const

/** Every try, newest first, with what came back. */
export function AttemptsCard({ webhookId }: { webhookId: string }) {
  const text = useText()
  const { cursor, pages } = usePages(webhookId)
  const read = useRead<{ attempts: Attempt[]; next_cursor: string | null }>(`/webhooks/${webhookId}/attempts`, {
    query: { cursor, limit: 25 },
    refreshMs: 5_000,
  })
  const columns = useColumns()
  return (
    <Section title={text("webhooks.attempts")}>
      <WhenRead read={read}>
        {({ attempts, next_cursor: next }) =>
          attempts.length === 0 ? (
            <EmptyState title={text("webhooks.attemptsEmpty")} hint={text("webhooks.attemptsEmptyHint")} />
          ) : (
            <PagedTable
              rows={attempts}
              keyOf={({ id }) => id}
              columns={columns}
              isStale={read.isPlaceholderData}
              pages={pages(next)}
            />
          )
        }
      </WhenRead>
    </Section>
  )
}

function useColumns(): Column<Attempt>[] {
  const text = useText()
  const format = useFormat()
  return [
    { key: "at", head: text("webhooks.at"), cell: ({ at }) => format.dateTime(at) },
    {
      key: "outcome",
      head: text("webhooks.outcome"),
      cell: ({ outcome }) => <StatusBadge color={COLOURS[outcome]}>{text(`webhooks.outcomes.${outcome}`)}</StatusBadge>,
    },
    {
      key: "answer",
      head: text("webhooks.answer"),
      width: "max-w-[420px]",
      cell: ({ detail }) => (
        <div className="py-1">
          <div>{said(detail.sentence ?? "")}</div>
          {detail.body && <code className="txt-compact-xsmall text-ui-fg-muted block truncate">{detail.body}</code>}
        </div>
      ),
    },
    {
      key: "took",
      head: "",
      align: "right",
      cell: ({ detail }) => (detail.took_ms === undefined ? "" : text("webhooks.took", { ms: detail.took_ms })),
    },
  ]
}
