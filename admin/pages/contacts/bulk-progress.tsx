import { Container, Text } from "@medusajs/ui"
import { ActionButton } from "../../parts/action-button"
import type { BulkAction } from "../../parts/api/contacts"
import { useFormat } from "../../parts/use-format"
import { useChange, useRead } from "../../parts/use-mailroom"
import { useReread } from "../../parts/use-reread"
import { useText, useWord } from "../../parts/use-text"

const RUNNING_LOOK_MS = 1500
const IDLE_LOOK_MS = 20_000
/** The end of an action stays in sight for so long. */
const NEWS_MS = 10 * 60_000

/** What is being done to many contacts, and what came of the last one. Nothing when there was none lately. */
export function BulkProgress() {
  const actions = useRead<{ bulk_actions: BulkAction[] }>("/bulk-actions", {
    refreshMs: (last) => (last?.bulk_actions.some(({ state }) => state === "running") ? RUNNING_LOOK_MS : IDLE_LOOK_MS),
  })
  // What an action has changed stands in every list: they are read again when it is over.
  useReread(actions.data?.bulk_actions.flatMap(({ id, state }) => (state === "running" ? [] : id)).join())
  const shown = (actions.data?.bulk_actions ?? []).filter(
    (action, n) => action.state === "running" || (n === 0 && isNews(action)),
  )
  if (shown.length === 0) return null
  return (
    <Container className="divide-y overflow-hidden p-0">
      {shown.map((action) => (
        <Line key={action.id} action={action} />
      ))}
    </Container>
  )
}

function isNews({ finished_at: at }: BulkAction): boolean {
  return at !== null && Date.now() - new Date(at).getTime() < NEWS_MS
}

function Line({ action }: { action: BulkAction }) {
  const text = useText()
  const word = useWord()
  const format = useFormat()
  const stop = useChange<void>(`/bulk-actions/${action.id}/stop`, { done: text("contacts.bulk.stopped") })
  const skipped = Object.entries(action.skipped)
  const isRunning = action.state === "running"
  const numbers = {
    done: format.number(action.done),
    total: format.number(action.total),
    changed: format.number(action.changed),
  }
  return (
    <div className="flex flex-col gap-y-2 px-6 py-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <div>
          <Text size="small" weight="plus">
            {word("contacts.bulk.kind", action.kind)} · {word("contacts.bulk.state", action.state)}
          </Text>
          <Text size="small" className="text-ui-fg-subtle">
            {text("contacts.bulk.numbers", numbers)}
            {skipped.map(([reason, n]) => ` · ${word("contacts.bulk.skipped", reason)}: ${format.number(n)}`).join("")}
          </Text>
        </div>
        {isRunning && (
          <ActionButton needs="edit" isLoading={stop.isPending} onClick={() => stop.mutate()}>
            {text("contacts.bulk.stop")}
          </ActionButton>
        )}
      </div>
      {isRunning && (
        <div
          role="progressbar"
          aria-label={word("contacts.bulk.kind", action.kind)}
          aria-valuemin={0}
          aria-valuemax={action.total}
          aria-valuenow={action.done}
          className="bg-ui-bg-component h-1.5 w-full overflow-hidden rounded-full"
        >
          <div
            className="bg-ui-fg-interactive h-full transition-all"
            style={{ width: `${(action.done / Math.max(1, action.total)) * 100}%` }}
          />
        </div>
      )}
    </div>
  )
}
