import { Text, clx } from "@medusajs/ui"
import type { MessageEvent } from "../../parts/api/outbox"
import { Section } from "../../parts/section"
import { useFormat } from "../../parts/use-format"
import { useText, useWord } from "../../parts/use-text"
import { said } from "../../parts/said"

const DOT: Record<string, string> = {
  sent: "bg-ui-tag-green-icon",
  delivered: "bg-ui-tag-green-icon",
  open: "bg-ui-tag-green-icon",
  click: "bg-ui-tag-green-icon",
  deferred: "bg-ui-tag-orange-icon",
  in_doubt: "bg-ui-tag-orange-icon",
  bounce: "bg-ui-tag-red-icon",
  failed: "bg-ui-tag-red-icon",
  spam: "bg-ui-tag-red-icon",
}

/** What came back, in the order in which it happened. */
export function EventsCard({ events }: { events: MessageEvent[] }) {
  const text = useText()
  return (
    <Section title={text("message.events")}>
      {events.length === 0 ? (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4">
          {text("message.noEvents")}
        </Text>
      ) : (
        <ol className="flex flex-col gap-y-4 px-6 py-4">
          {events.map((event) => (
            <EventLine key={event.id} event={event} />
          ))}
        </ol>
      )}
    </Section>
  )
}

function EventLine({ event }: { event: MessageEvent }) {
  const word = useWord()
  const format = useFormat()
  const isMachine = event.classification === "machine"
  return (
    <li className="flex gap-x-3">
      <span
        aria-hidden="true"
        className={clx(
          "mt-1.5 size-2 shrink-0 rounded-full",
          isMachine ? "bg-ui-fg-muted" : (DOT[event.kind] ?? "bg-ui-fg-muted"),
        )}
      />
      <div className="min-w-0">
        <Text size="small" weight="plus">
          {word("words.event", event.kind)}
          {event.classification && (
            <span className="text-ui-fg-subtle font-normal"> {word("words.classification", event.classification)}</span>
          )}
        </Text>
        {event.sentence && (
          <Text size="small" className="text-ui-fg-subtle break-words">
            {said(event.sentence)}
          </Text>
        )}
        <Text size="xsmall" className="text-ui-fg-muted">
          {format.dateTime(event.at)}
        </Text>
      </div>
    </li>
  )
}
