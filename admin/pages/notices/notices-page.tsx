import { Container } from "@medusajs/ui"
import { useState } from "react"
import { ActionButton } from "../../parts/action-button"
import { ActionTabs } from "../../parts/action-tabs"
import type { Notice } from "../../parts/api/actions"
import { Choice } from "../../parts/choice"
import { PageHead } from "../../parts/page-head"
import { PagedTable, type Column } from "../../parts/paged-table"
import { EmptyState, WhenRead } from "../../parts/states"
import { useFormat } from "../../parts/use-format"
import { useChange, useRead } from "../../parts/use-mailroom"
import { usePages } from "../../parts/use-pages"
import { useText } from "../../parts/use-text"
import { NoticeState } from "./notice-state"

/** More than these would crowd the line. */
const MOST_NUMBERS = 4
const STATES = ["all", "waiting", "open"] as const

/** What custom actions told others, and what became of it (F2). */
export default function NoticesPage() {
  const text = useText()
  const [state, setState] = useState<(typeof STATES)[number]>("all")
  const { cursor, pages } = usePages(state)
  const read = useRead<{ notices: Notice[]; next_cursor: string | null }>("/notices", {
    query: { state: state === "all" ? undefined : state, cursor, limit: 25 },
    refreshMs: 10_000,
  })
  const columns = useColumns()
  return (
    <div className="flex flex-col gap-y-3">
      <ActionTabs />
      <PageHead title={text("notices.title")} hint={text("notices.hint")} />
      <Container className="divide-y overflow-hidden p-0">
        <div className="max-w-xs px-6 py-4">
          <Choice
            size="small"
            label={text("notices.show")}
            value={state}
            onChange={(value) => setState(value as typeof state)}
            options={STATES.map((value) => ({ value, label: text(`notices.${value}`) }))}
          />
        </div>
        <WhenRead read={read}>
          {({ notices, next_cursor: next }) =>
            notices.length === 0 ? (
              <EmptyState
                title={text(state === "all" ? "notices.empty" : "notices.noneSuch")}
                hint={state === "all" ? text("notices.emptyHint") : ""}
              />
            ) : (
              <PagedTable
                rows={notices}
                keyOf={({ id }) => id}
                columns={columns}
                isStale={read.isPlaceholderData}
                pages={pages(next)}
              />
            )
          }
        </WhenRead>
      </Container>
    </div>
  )
}

function useColumns(): Column<Notice>[] {
  const text = useText()
  const format = useFormat()
  return [
    {
      key: "when",
      head: text("notices.when"),
      cell: ({ created_at: at }) => <span className="whitespace-nowrap">{format.dateTime(at)}</span>,
    },
    {
      key: "to",
      head: text("notices.to"),
      width: "max-w-[260px] truncate",
      cell: ({ name, to }) => name ?? to.join(", "),
    },
    {
      key: "about",
      head: text("notices.about"),
      cell: ({ heading, lines, orders, order_numbers: numbers }) => (
        <div className="py-1">
          <div className="text-ui-fg-base">{heading}</div>
          <div className="text-ui-fg-muted">
            {text("notices.lines", { count: lines })},{" "}
            {numbers.length === orders && orders > 0 && orders <= MOST_NUMBERS
              ? text("notices.ofOrders", { count: orders, numbers: numbers.map((one) => `#${one}`).join(", ") })
              : text("notices.orders", { count: orders })}
          </div>
        </div>
      ),
    },
    { key: "state", head: text("notices.state"), cell: (notice) => <NoticeState notice={notice} /> },
    { key: "do", head: "", align: "right", cell: (notice) => <Buttons notice={notice} /> },
  ]
}

function Buttons({ notice }: { notice: Notice }) {
  const text = useText()
  const again = useChange<void>(`/notices/${notice.id}/resend`, { done: text("notices.sentAgain") })
  const seen = useChange<void>(`/notices/${notice.id}/acknowledge`, { done: text("common.saved") })
  if (notice.state !== "sent") return null
  const isOpen = notice.asks_for_answer && notice.acknowledged_at === null
  return (
    <div className="flex justify-end gap-x-2 py-1">
      {isOpen && (
        <ActionButton needs="edit" variant="transparent" isLoading={seen.isPending} onClick={() => seen.mutate()}>
          {text("notices.markSeen")}
        </ActionButton>
      )}
      <ActionButton needs="send" isLoading={again.isPending} onClick={() => again.mutate()}>
        {text("notices.again")}
      </ActionButton>
    </div>
  )
}
