import { Button, usePrompt } from "@medusajs/ui"
import { Link, useNavigate } from "react-router-dom"
import { isCorrectable, type CorrectableKind } from "../../../src/core/contacts/address-quality"
import { ActionButton } from "../../parts/action-button"
import type { BulkAction, BulkWork, ContactFilter, QualityKind, QualityLine } from "../../parts/api/contacts"
import { PagedTable, type Column } from "../../parts/paged-table"
import { Section } from "../../parts/section"
import { EmptyState, WhenRead } from "../../parts/states"
import { useFormat } from "../../parts/use-format"
import { useChange, useRead } from "../../parts/use-mailroom"
import { usePages } from "../../parts/use-pages"
import { useText, useWord } from "../../parts/use-text"

/** What was found of one kind: before and after, and why some would stay as they are. */
export function QualityCard({ kind, correctable }: { kind: QualityKind; correctable: number }) {
  const text = useText()
  const word = useWord()
  const navigate = useNavigate()
  const columns = useColumns(kind)
  const { cursor, pages } = usePages(kind)
  const found = useRead<{ contacts: QualityLine[]; next_cursor: string | null }>(`/contacts/quality/${kind}`, {
    query: { cursor, limit: 25 },
  })
  return (
    <Section
      title={word("contacts.quality.kind", kind)}
      hint={word("contacts.quality.hints", kind)}
      actions={
        <>
          <Button size="small" variant="transparent" asChild>
            <Link to={`/mailroom/contacts?quality=${kind}`}>{text("contacts.quality.showInList")}</Link>
          </Button>
          {correctable > 0 && isCorrectable(kind) && <CorrectButton kind={kind} count={correctable} />}
        </>
      }
    >
      <WhenRead read={found}>
        {(data) =>
          data.contacts.length === 0 ? (
            <EmptyState title={text("contacts.quality.nothing")} hint={text("contacts.quality.nothingHint")} />
          ) : (
            <PagedTable
              rows={data.contacts}
              keyOf={(line) => line.contact_id}
              onRow={(line) => navigate(`/mailroom/contacts/${line.contact_id}`)}
              columns={columns}
              pages={pages(data.next_cursor)}
              isStale={found.isPlaceholderData}
            />
          )
        }
      </WhenRead>
    </Section>
  )
}

/** The number in the question is the number that is confirmed: with another one the server begins nothing. */
function CorrectButton({ kind, count }: { kind: CorrectableKind; count: number }) {
  const text = useText()
  const format = useFormat()
  const prompt = usePrompt()
  const total = useRead<{ count: number }>("/contacts/count", { query: { quality: kind, exact: true } })
  const correct = useChange<{ work: BulkWork; filter: ContactFilter; confirmed: number }, { bulk_action: BulkAction }>(
    "/bulk-actions",
    { done: text("contacts.bulk.started") },
  )

  async function ask() {
    const isSure = await prompt({
      title: text("contacts.quality.correctTitle"),
      description: [
        text("contacts.quality.correctDescription", { count, n: format.number(count) }),
        kind === "typo" ? text("contacts.quality.correctTypo") : "",
      ].join(" "),
      confirmText: text("contacts.quality.correctConfirm"),
      cancelText: text("common.cancel"),
      variant: "confirmation",
    })
    if (isSure && total.data)
      correct.mutate({ work: { kind: "correct", quality: kind }, filter: {}, confirmed: total.data.count })
  }

  return (
    <ActionButton needs="edit" isLoading={correct.isPending || total.isPending} onClick={() => void ask()}>
      {text("contacts.quality.correct")}
    </ActionButton>
  )
}

function useColumns(kind: QualityKind): Column<QualityLine>[] {
  const text = useText()
  const word = useWord()
  const columns: Column<QualityLine>[] = [
    {
      key: "email",
      head: text("contacts.email"),
      width: "max-w-[320px] truncate",
      cell: (line) => <span className="text-ui-fg-base">{line.email}</span>,
    },
    { key: "name", head: text("contacts.name"), cell: (line) => line.name ?? "–" },
  ]
  if (kind === "typo" || kind === "no_name")
    columns.push({
      key: "suggestion",
      head: text("contacts.quality.suggestion"),
      cell: (line) =>
        line.obstacle ? (
          <span className="text-ui-fg-muted">
            {line.suggestion && `${line.suggestion} · `}
            {word("contacts.quality.obstacle", line.obstacle)}
          </span>
        ) : (
          <span className="text-ui-fg-base">→ {line.suggestion}</span>
        ),
    })
  if (kind === "duplicate")
    columns.push({
      key: "other",
      head: text("contacts.quality.contact"),
      cell: ({ other }) =>
        other && (
          <Link
            className="text-ui-fg-interactive"
            to={`/mailroom/contacts/${other.contact_id}`}
            onClick={(event) => event.stopPropagation()}
          >
            {other.email}
          </Link>
        ),
    })
  return columns
}
