import { StatusBadge, Text } from "@medusajs/ui"
import { ActionButton } from "../../parts/action-button"
import type { BasisRecord } from "../../parts/api/consent"
import { Section } from "../../parts/section"
import { useFormat } from "../../parts/use-format"
import { useChange } from "../../parts/use-mailroom"
import { useText, useWord } from "../../parts/use-text"
import { BasisRefusals } from "./basis-outcome"

const COLOR = { running: "blue", done: "green", stopped: "grey" } as const

/** What was written down for groups, and how far the writing has come. */
export function BasisRecords({ records }: { records: BasisRecord[] }) {
  const text = useText()
  return (
    <Section title={text("who.records")}>
      {records.length === 0 ? (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4">
          {text("who.noRecords")}
        </Text>
      ) : (
        <ul className="divide-y">
          {records.map((record) => (
            <Record key={record.id} record={record} />
          ))}
        </ul>
      )}
    </Section>
  )
}

function Record({ record }: { record: BasisRecord }) {
  const text = useText()
  const word = useWord()
  const format = useFormat()
  const stop = useChange<void>(`/bases/${record.id}/stop`)
  const share = record.total > 0 ? Math.min(1, record.seen / record.total) : 1
  return (
    <li className="flex flex-col gap-y-2 px-6 py-4" data-basis={record.state}>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <Text size="small" weight="plus">
          {word("who.bases", record.basis)}
        </Text>
        <span className="flex items-center gap-x-3">
          <StatusBadge color={COLOR[record.state]}>{text(`who.state.${record.state}`)}</StatusBadge>
          {record.state === "running" && (
            <ActionButton needs="edit" isLoading={stop.isPending} onClick={() => stop.mutate()}>
              {text("who.stop")}
            </ActionButton>
          )}
        </span>
      </div>
      {record.state === "running" && (
        <div
          role="progressbar"
          aria-valuenow={Math.round(share * 100)}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-label={text("who.state.running")}
          className="bg-ui-bg-component h-1.5 w-full overflow-hidden rounded-full"
        >
          <div className="bg-ui-tag-blue-icon h-full transition-[width]" style={{ width: `${share * 100}%` }} />
        </div>
      )}
      <Text size="small" className="text-ui-fg-subtle">
        {text("who.progress", {
          seen: format.number(record.seen),
          total: format.number(record.total),
          recorded: format.number(record.recorded),
        })}{" "}
        · {format.day(record.agreed_on)} · {format.ago(record.created_at)}
      </Text>
      <Text size="small" className="text-ui-fg-subtle">
        “{record.wording}” – {record.reason}
      </Text>
      <BasisRefusals refused={record.refused} />
    </li>
  )
}
