import { ArrowDownTray } from "@medusajs/icons"
import { Button, Input } from "@medusajs/ui"
import { useState } from "react"
import { useNavigate, useSearchParams } from "react-router-dom"
import type { Why } from "../../parts/api/consent"
import type { Report, ReportRecipient } from "../../parts/api/reports"
import type { ShownTest } from "../../parts/api/variants"
import { MessageBadge } from "../../parts/badges"
import { Choice } from "../../parts/choice"
import { downloadUrl } from "../../parts/client"
import { PagedTable, type Column } from "../../parts/paged-table"
import { Section } from "../../parts/section"
import { Star } from "../../parts/star"
import { EmptyState, WhenRead } from "../../parts/states"
import { useFormat } from "../../parts/use-format"
import { useRead } from "../../parts/use-mailroom"
import { usePages } from "../../parts/use-pages"
import { useText, useWord } from "../../parts/use-text"
import { useWhySentence } from "../../parts/why-sentence"
import { said } from "../../parts/said"

const ANY = "any"
const STATUSES = [
  "sent",
  "delivered",
  "open",
  "click",
  "bounce",
  "spam",
  "unsubscribed",
  "queued",
  "held",
  "dropped",
  "failed",
  "in_doubt",
  "expired",
  "cancelled",
]

/** Each recipient with the address used, what became of it and why; all of it as CSV. */
export function RecipientsCard({
  sourceId,
  isMailing,
  steps,
}: {
  sourceId: string
  isMailing: boolean
  steps: Report["steps"]
}) {
  const text = useText()
  const word = useWord()
  const navigate = useNavigate()
  const [status, setStatus] = useState(ANY)
  const [q, setQ] = useState("")
  const [params, setParams] = useSearchParams()
  const step = params.get("step") ?? undefined
  const filter = { status: status === ANY ? undefined : status, q: q.trim().length >= 3 ? q.trim() : undefined, step }
  const { cursor, pages } = usePages(JSON.stringify(filter))
  const recipients = useRead<{ recipients: ReportRecipient[]; next_cursor: string | null }>(
    `/reports/${sourceId}/recipients`,
    { query: { ...filter, cursor, limit: 25 } },
  )
  const test = useRead<{ test: ShownTest | null }>(`/mailings/${sourceId}/variants`, { enabled: isMailing })
  const columns = useColumns(useSentences(recipients.data?.recipients ?? []))
  const shown = test.data?.test ? columns : columns.filter(({ key }) => key !== "variant")
  return (
    <Section
      title={text("reports.recipients")}
      actions={
        <>
          <div className="w-56">
            <Input
              size="small"
              type="search"
              value={q}
              aria-label={text("outbox.searchLabel")}
              placeholder={text("reports.findRecipient")}
              onChange={(event) => setQ(event.target.value)}
            />
          </div>
          {steps.length > 0 && (
            <div className="w-56">
              <Choice
                size="small"
                label={text("reports.step")}
                value={step ?? ANY}
                onChange={(next) => setParams(next === ANY ? {} : { step: next }, { preventScrollReset: true })}
                options={[
                  { value: ANY, label: text("reports.anyStep") },
                  ...steps.map(({ node, number, name }) => ({
                    value: node,
                    label: name ?? text("reports.stepGone", { number }),
                  })),
                ]}
              />
            </div>
          )}
          <div className="w-44">
            <Choice
              size="small"
              label={text("outbox.status")}
              value={status}
              onChange={setStatus}
              options={[
                { value: ANY, label: text("outbox.anyStatus") },
                ...STATUSES.map((value) => ({ value, label: word("words.status", value) })),
              ]}
            />
          </div>
          <Button size="small" variant="secondary" asChild>
            <a href={downloadUrl(`/reports/${sourceId}/recipients.csv`, filter)} download>
              <ArrowDownTray />
              CSV
            </a>
          </Button>
        </>
      }
    >
      <WhenRead read={recipients}>
        {(data) =>
          data.recipients.length === 0 ? (
            <EmptyState title={text("reports.nobody")} hint={text("reports.nobodyHint")} />
          ) : (
            <PagedTable
              rows={data.recipients}
              keyOf={(recipient) => recipient.message_id}
              onRow={(recipient) => navigate(`/mailroom/outbox/${recipient.message_id}`)}
              columns={shown}
              pages={pages(data.next_cursor)}
              isStale={recipients.isPlaceholderData}
            />
          )
        }
      </WhenRead>
    </Section>
  )
}

/** Why each of this page got nothing, by message id: one question for the page. */
function useSentences(recipients: ReportRecipient[]): Record<string, Why> {
  const refused = recipients.filter(({ reason }) => reason).map(({ message_id: id }) => id)
  const read = useRead<{ why: Record<string, Why> }>("/why", {
    query: { message_ids: refused.join(",") },
    enabled: refused.length > 0,
  })
  return read.data?.why ?? {}
}

function useColumns(sentences: Record<string, Why>): Column<ReportRecipient>[] {
  const text = useText()
  const word = useWord()
  const format = useFormat()
  const sentenceOf = useWhySentence()
  return [
    { key: "star", head: text("star.legend"), cell: (one) => <Star facts={one.star} withText={false} /> },
    {
      key: "email",
      head: text("reports.addressUsed"),
      width: "max-w-[260px] truncate",
      cell: (one) => <span className="text-ui-fg-base">{one.email ?? text("outbox.erased")}</span>,
    },
    { key: "name", head: text("reports.person"), cell: (one) => one.name ?? "–" },
    { key: "variant", head: text("variants.whichVariant"), cell: (one) => one.variant ?? text("variants.theRest") },
    { key: "status", head: text("outbox.status"), cell: (one) => <MessageBadge status={one.shown_status} /> },
    {
      key: "why",
      head: text("reports.why"),
      width: "max-w-[300px] truncate",
      cell: (one) => {
        const known = sentences[one.message_id]
        const reason = one.reason ? word("words.reason", one.reason) : said(one.reason_text ?? "")
        const why = known?.key ? sentenceOf(known) : reason
        return <span title={why}>{why}</span>
      },
    },
    { key: "changed", head: text("reports.statusChanged"), cell: (one) => format.ago(one.status_changed_at) },
    {
      key: "customer",
      head: text("reports.customerChanged"),
      cell: (one) => (one.customer_changed_at ? format.ago(one.customer_changed_at) : "–"),
    },
  ]
}
