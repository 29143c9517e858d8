import { ArrowDownTray } from "@medusajs/icons"
import { Button, Container, Input, StatusBadge } from "@medusajs/ui"
import { useState } from "react"
import { useSearchParams } from "react-router-dom"
import { standsAt } from "../../../src/core/automations/editing/way-taken"
import type { Automation, Catalogue, Entrant } from "../../parts/api/flows"
import { Choice } from "../../parts/choice"
import { downloadUrl } from "../../parts/client"
import { PagedTable, type Column } from "../../parts/paged-table"
import { EmptyState, WhenRead } from "../../parts/states"
import { useFormat } from "../../parts/use-format"
import { useRead } from "../../parts/use-mailroom"
import { usePages } from "../../parts/use-pages"
import { useText } from "../../parts/use-text"
import { useNamed, useStepWords } from "./editor/use-step-words"
import { EntrantCard } from "./entrant-card"
import { MeasuredCard } from "./measured-card"
import { useOutcomeWords } from "./use-outcome-words"

const STATES = ["all", "inside", "done", "stopped", "refused", "failed"] as const

/** Who is inside or came through; one of them chosen shows their way, lit on the canvas below. */
export function PeopleTab({ automation, catalogue }: { automation: Automation; catalogue: Catalogue }) {
  const text = useText()
  const [query, setQuery] = useSearchParams()
  const [q, setQ] = useState("")
  const [state, setState] = useState<(typeof STATES)[number]>("all")
  const chosen = query.get("person")
  const filter = { state: state === "all" ? null : state, q: q.trim() }
  const { cursor, pages } = usePages(`${state}/${q}`)
  const read = useRead<{ entrants: Entrant[]; next_cursor: string | null }>(`/automations/${automation.id}/entrants`, {
    query: { ...filter, cursor },
    refreshMs: 15_000,
  })
  const columns = useEntrantColumns(automation, catalogue)
  const isFiltered = q.trim() !== "" || state !== "all"
  return (
    <>
      <MeasuredCard automation={automation} />
      <Container className="divide-y overflow-hidden p-0">
        <div className="flex flex-wrap items-center gap-3 px-6 py-4">
          <div className="w-64">
            <Input
              type="search"
              size="small"
              aria-label={text("entrants.search")}
              placeholder={text("entrants.search")}
              value={q}
              onChange={(event) => setQ(event.target.value)}
            />
          </div>
          <div className="w-40">
            <Choice
              size="small"
              label={text("entrants.state")}
              value={state}
              options={STATES.map((one) => ({ value: one, label: text(`entrants.states.${one}`) }))}
              onChange={(next) => setState(next as (typeof STATES)[number])}
            />
          </div>
          <Button size="small" variant="secondary" asChild>
            <a href={downloadUrl(`/automations/${automation.id}/entrants.csv`, filter)} download>
              <ArrowDownTray />
              CSV
            </a>
          </Button>
          {chosen && (
            <Button size="small" variant="transparent" onClick={() => setQuery({ tab: "people" })}>
              {text("entrants.hidePath")}
            </Button>
          )}
        </div>
        <WhenRead read={read}>
          {({ entrants, next_cursor }) =>
            entrants.length === 0 ? (
              <EmptyState
                title={text(isFiltered ? "entrants.nothing" : "entrants.empty")}
                hint={isFiltered ? "" : text("entrants.emptyHint")}
              />
            ) : (
              <PagedTable
                rows={entrants}
                keyOf={(one) => one.id}
                onRow={(one) => setQuery({ tab: "people", person: one.id })}
                columns={columns}
                isStale={read.isPlaceholderData}
                pages={pages(next_cursor)}
              />
            )
          }
        </WhenRead>
      </Container>
      {chosen && <EntrantCard automation={automation} catalogue={catalogue} enrolment={chosen} />}
    </>
  )
}

const COLOUR: Record<string, "blue" | "green" | "grey" | "red"> = {
  due: "blue",
  waiting: "blue",
  done: "green",
  failed: "red",
}

export function EntrantState({ state }: { state: string }) {
  const named = useNamed()
  return <StatusBadge color={COLOUR[state] ?? "grey"}>{named("entrants.states", state)}</StatusBadge>
}

function useEntrantColumns(automation: Automation, catalogue: Catalogue): Column<Entrant>[] {
  const text = useText()
  const format = useFormat()
  const words = useStepWords(catalogue, automation.draft.nodes)
  const outcomeWords = useOutcomeWords()
  // The way of a person shows the steps of its own version; here the draft is at hand, and may have lost the step.
  const stepOf = (one: Entrant) => {
    const id = standsAt(automation.draft, one)
    const node = automation.draft.nodes.find((other) => other.id === id)
    return node ? words.title(node) : id === null ? "–" : text("entrants.olderStep", { number: one.version_number })
  }
  return [
    {
      key: "person",
      head: text("entrants.person"),
      width: "max-w-[260px] truncate",
      cell: ({ email, name }) => <span className="text-ui-fg-base">{email ?? name ?? text("entrants.noPerson")}</span>,
    },
    { key: "state", head: text("entrants.state"), cell: ({ state }) => <EntrantState state={state} /> },
    {
      key: "at",
      head: text("entrants.at"),
      width: "max-w-[260px] truncate",
      cell: (one) => (one.state === "due" || one.state === "waiting" ? stepOf(one) : outcomeWords(one.outcome)),
    },
    { key: "entered", head: text("entrants.entered"), cell: ({ entered_at }) => format.ago(entered_at) },
    {
      key: "next",
      head: text("entrants.next"),
      cell: ({ due_at, state }) => (due_at && (state === "due" || state === "waiting") ? format.dateTime(due_at) : "–"),
    },
  ]
}
