import { Badge, Container, Input } from "@medusajs/ui"
import { useState } from "react"
import { useNavigate } from "react-router-dom"
import { ActionButton } from "../../parts/action-button"
import type { Poll } from "../../parts/api/polls"
import { PageHead } from "../../parts/page-head"
import { PagedTable, type Column } from "../../parts/paged-table"
import { EmptyState, WhenRead } from "../../parts/states"
import { useFormat } from "../../parts/use-format"
import { useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"
import { PollDrawer } from "./poll-drawer"

/** Questions that mails ask their readers (F56). */
export default function PollsPage() {
  const text = useText()
  const navigate = useNavigate()
  const [isNew, setNew] = useState(false)
  const [q, setQ] = useState("")
  const read = useRead<{ polls: Poll[] }>("/polls", { query: { q: q.trim() } })
  const columns = useColumns()
  const open = ({ id }: { id: string }) => navigate(`/mailroom/polls/${id}`)
  const addButton = (
    <ActionButton needs="edit" variant="primary" onClick={() => setNew(true)}>
      {text("polls.add")}
    </ActionButton>
  )
  return (
    <div className="flex flex-col gap-y-3">
      <PageHead title={text("menu.polls")} hint={text("polls.hint")} actions={addButton} />
      <Container className="divide-y overflow-hidden p-0">
        <div className="max-w-xs px-6 py-4">
          <Input
            type="search"
            size="small"
            aria-label={text("polls.search")}
            placeholder={text("polls.search")}
            value={q}
            onChange={(event) => setQ(event.target.value)}
          />
        </div>
        <WhenRead read={read}>
          {({ polls }) =>
            polls.length > 0 ? (
              <PagedTable
                rows={polls}
                keyOf={({ id }) => id}
                onRow={open}
                isStale={read.isPlaceholderData}
                columns={columns}
              />
            ) : (
              <EmptyState
                title={text(q.trim() ? "polls.noneFound" : "polls.empty")}
                hint={text(q.trim() ? "polls.noneFoundHint" : "polls.emptyHint")}
                action={addButton}
              />
            )
          }
        </WhenRead>
      </Container>
      {isNew && <PollDrawer poll={null} onClose={() => setNew(false)} onSaved={open} />}
    </div>
  )
}

function useColumns(): Column<Poll>[] {
  const text = useText()
  const format = useFormat()
  return [
    {
      key: "name",
      head: text("polls.name"),
      width: "max-w-[220px] truncate",
      cell: ({ name }) => <span className="text-ui-fg-base">{name}</span>,
    },
    {
      key: "question",
      head: text("polls.question"),
      width: "max-w-[320px] truncate",
      cell: ({ question }) => <span title={question}>{question}</span>,
    },
    { key: "state", head: text("polls.state"), cell: (poll) => <PollState poll={poll} /> },
    {
      key: "people",
      head: text("polls.people"),
      align: "right",
      cell: ({ people }) => format.number(people),
    },
    { key: "made", head: text("polls.made"), cell: (poll) => format.ago(poll.created_at) },
  ]
}

/** Open, open until then, or closed. */
export function PollState({ poll }: { poll: Poll }) {
  const text = useText()
  const format = useFormat()
  if (poll.is_closed)
    return (
      <Badge size="2xsmall" color="grey">
        {text("polls.closed")}
      </Badge>
    )
  return (
    <Badge size="2xsmall" color="green">
      {poll.closes_at ? text("polls.openUntil", { at: format.dateTime(poll.closes_at) }) : text("polls.open")}
    </Badge>
  )
}
