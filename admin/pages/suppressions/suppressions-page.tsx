import { Badge, Container, Input } from "@medusajs/ui"
import { useState } from "react"
import { ActionButton } from "../../parts/action-button"
import type { Suppression } from "../../parts/api/consent"
import { AudienceTabs } from "../../parts/audience-tabs"
import { Choice } from "../../parts/choice"
import { PageHead } from "../../parts/page-head"
import { PagedTable, type Column } from "../../parts/paged-table"
import { EmptyState, WhenRead } from "../../parts/states"
import { SwitchField } from "../../parts/switch-field"
import { useFormat } from "../../parts/use-format"
import { useRead } from "../../parts/use-mailroom"
import { usePages } from "../../parts/use-pages"
import { useText, useWord } from "../../parts/use-text"
import { AddSuppression } from "./add-suppression"
import { SuppressionDrawer } from "./suppression-drawer"

const ANY = "any"
const REASONS = ["hard_bounce", "soft_bounces", "complaint", "manual", "unsubscribed", "erasure"]

type Filter = { q: string; reason: string; lifted: boolean; domains: boolean }

/** Who must not be written to, why and until when; each with its proof and the way back. */
export default function SuppressionsPage() {
  const text = useText()
  const [filter, setFilter] = useState<Filter>({ q: "", reason: ANY, lifted: false, domains: false })
  const [opened, setOpened] = useState<string | null>(null)
  const [isAdding, setAdding] = useState(false)
  const query = {
    q: filter.q.trim(),
    reason: filter.reason === ANY ? undefined : filter.reason,
    lifted: filter.lifted || undefined,
    domains: filter.domains || undefined,
  }
  const { cursor, pages } = usePages(JSON.stringify(query))
  const columns = useColumns()
  const list = useRead<{ suppressions: Suppression[]; next_cursor: string | null }>("/suppressions", {
    query: { ...query, cursor, limit: 25 },
  })
  const isFiltered = query.q !== "" || Boolean(query.reason || query.lifted || query.domains)
  return (
    <div className="flex flex-col gap-y-3">
      <AudienceTabs />
      <PageHead
        title={text("stops.title")}
        hint={text("stops.hint")}
        actions={
          <ActionButton needs="edit" variant="primary" onClick={() => setAdding(true)}>
            {text("stops.add")}
          </ActionButton>
        }
      />
      <Container className="divide-y overflow-hidden p-0">
        <Filters filter={filter} set={(change) => setFilter({ ...filter, ...change })} />
        <WhenRead read={list}>
          {(data) =>
            data.suppressions.length === 0 ? (
              <EmptyState
                title={text(isFiltered ? "stops.nobody" : "stops.empty")}
                hint={text(isFiltered ? "stops.nobodyHint" : "stops.emptyHint")}
              />
            ) : (
              <PagedTable
                rows={data.suppressions}
                keyOf={(one) => one.id}
                onRow={(one) => setOpened(one.id)}
                columns={columns}
                pages={pages(data.next_cursor)}
                isStale={list.isPlaceholderData}
              />
            )
          }
        </WhenRead>
      </Container>
      {isAdding && <AddSuppression onClose={() => setAdding(false)} />}
      {opened && <SuppressionDrawer id={opened} onClose={() => setOpened(null)} />}
    </div>
  )
}

function Filters({ filter, set }: { filter: Filter; set: (change: Partial<Filter>) => void }) {
  const text = useText()
  const word = useWord()
  return (
    <div className="flex flex-wrap items-center gap-4 px-6 py-4">
      <div className="w-72">
        <Input
          size="small"
          type="search"
          value={filter.q}
          aria-label={text("common.search")}
          placeholder={text("stops.search")}
          onChange={(event) => set({ q: event.target.value })}
        />
      </div>
      <div className="w-52">
        <Choice
          size="small"
          label={text("stops.reason")}
          value={filter.reason}
          onChange={(reason) => set({ reason })}
          options={[
            { value: ANY, label: text("stops.anyReason") },
            ...REASONS.map((value) => ({ value, label: word("words.suppression", value) })),
          ]}
        />
      </div>
      <SwitchField label={text("stops.domainsOnly")} isOn={filter.domains} onChange={(domains) => set({ domains })} />
      <SwitchField label={text("stops.withLifted")} isOn={filter.lifted} onChange={(lifted) => set({ lifted })} />
    </div>
  )
}

function useColumns(): Column<Suppression>[] {
  const text = useText()
  const word = useWord()
  const format = useFormat()
  return [
    {
      key: "who",
      head: text("stops.who"),
      width: "max-w-[320px] truncate",
      cell: (one) => (
        <span className="text-ui-fg-base">{one.domain ? `@${one.domain}` : (one.email ?? text("stops.hashOnly"))}</span>
      ),
    },
    { key: "reason", head: text("stops.reason"), cell: (one) => word("words.suppression", one.reason) },
    {
      key: "scope",
      head: text("stops.scope"),
      cell: (one) => (one.topic_name ? `“${one.topic_name}”` : text(`stops.scopes.${one.scope}`)),
    },
    { key: "since", head: text("stops.since"), cell: (one) => format.ago(one.created_at) },
    {
      key: "until",
      head: text("stops.until"),
      cell: (one) => {
        if (one.is_active) return one.expires_at ? format.date(one.expires_at) : text("stops.always")
        return <Badge size="2xsmall">{text(one.lifted_at ? "stops.lifted" : "stops.over")}</Badge>
      },
    },
  ]
}
