import { Button, Container, Input } from "@medusajs/ui"
import { useState } from "react"
import { Link, useNavigate } from "react-router-dom"
import type { Mailing } from "../../parts/api/mailings"
import { MailingBadge } from "../../parts/badges"
import { Choice } from "../../parts/choice"
import { PageHead } from "../../parts/page-head"
import { PagedTable } from "../../parts/paged-table"
import { EmptyState, LoadingRows, WhenRead } from "../../parts/states"
import { useFormat } from "../../parts/use-format"
import { useRead } from "../../parts/use-mailroom"
import { usePages } from "../../parts/use-pages"
import { useText, useWord } from "../../parts/use-text"
import { CreateNewsletter } from "./create-newsletter"

type Mailings = { mailings: Mailing[]; next_cursor: string | null }

/** All mailings, the newest first. */
export default function NewslettersPage() {
  const text = useText()
  const [q, setQ] = useState("")
  const [isArchive, setArchive] = useState(false)
  const { cursor, pages } = usePages(`${q} ${isArchive}`)
  const mailings = useRead<Mailings>("/mailings", {
    query: { q: q.trim(), archived: isArchive ? "true" : undefined, cursor, limit: 20 },
    refreshMs: 10_000,
  })
  const missing = q ? "nothingFound" : isArchive ? "nothingArchived" : "empty"
  return (
    <div className="flex flex-col gap-y-3">
      <PageHead
        title={text("menu.newsletters")}
        hint={text("newsletters.hint")}
        actions={
          <>
            <Button size="small" variant="secondary" asChild>
              <Link to="/mailroom/newsletters/calendar">{text("schedule.calendar.open")}</Link>
            </Button>
            <CreateNewsletter />
          </>
        }
      />
      <Container className="divide-y overflow-hidden p-0">
        <div className="flex flex-wrap gap-3 px-6 py-4">
          <div className="w-80">
            <Input
              size="small"
              type="search"
              value={q}
              aria-label={text("common.search")}
              placeholder={text("newsletters.searchPlaceholder")}
              onChange={(event) => setQ(event.target.value)}
            />
          </div>
          <div className="w-44">
            <Choice
              size="small"
              label={text("schedule.afterwards.filter")}
              value={isArchive ? "archive" : "current"}
              onChange={(chosen) => setArchive(chosen === "archive")}
              options={[
                { value: "current", label: text("schedule.afterwards.current") },
                { value: "archive", label: text("schedule.afterwards.archivedOnes") },
              ]}
            />
          </div>
        </div>
        <WhenRead read={mailings} loading={<LoadingRows />}>
          {(data) =>
            data.mailings.length === 0 ? (
              <EmptyState
                title={text(`newsletters.${missing}`)}
                hint={text(`newsletters.${missing}Hint`)}
                action={q || isArchive ? undefined : <CreateNewsletter />}
              />
            ) : (
              <MailingTable mailings={data.mailings} pages={pages(data.next_cursor)} />
            )
          }
        </WhenRead>
      </Container>
    </div>
  )
}

function MailingTable({ mailings, pages }: { mailings: Mailing[]; pages: Parameters<typeof PagedTable>[0]["pages"] }) {
  const text = useText()
  const word = useWord()
  const format = useFormat()
  const navigate = useNavigate()
  return (
    <PagedTable
      rows={mailings}
      keyOf={(mailing) => mailing.id}
      onRow={(mailing) => navigate(`/mailroom/newsletters/${mailing.id}`)}
      pages={pages}
      columns={[
        {
          key: "name",
          head: text("newsletters.name"),
          width: "max-w-[420px] truncate",
          cell: (mailing) => (
            <span title={mailing.name ?? undefined}>
              <span className="text-ui-fg-base">{mailing.subject || text("common.noSubject")}</span>
              {mailing.name && <span className="text-ui-fg-muted"> · {mailing.name}</span>}
            </span>
          ),
        },
        { key: "kind", head: text("newsletters.kind"), cell: (mailing) => word("words.kind", mailing.kind) },
        { key: "topic", head: text("newsletters.topic"), cell: (mailing) => mailing.topic_name ?? "–" },
        { key: "state", head: text("newsletters.state"), cell: (mailing) => <MailingBadge state={mailing.state} /> },
        { key: "when", head: text("newsletters.when"), cell: (mailing) => format.ago(momentOf(mailing)) },
      ]}
    />
  )
}

/** The moment that matters in this state: the plan, the start, or the last change. */
function momentOf(mailing: Mailing): string {
  if (mailing.state === "scheduled" && mailing.scheduled_at) return mailing.scheduled_at
  return mailing.started_at ?? mailing.updated_at
}
