import { Link } from "react-router-dom"
import type { OutboxMessage } from "../../parts/api/outbox"
import { Row, Section } from "../../parts/section"
import { useFormat } from "../../parts/use-format"
import { useText, useWord } from "../../parts/use-text"
import { saidName } from "../../parts/said"

const SHOP_PAGES: Record<string, string> = { order: "/orders", customer: "/customers", product: "/products" }

/** The small print of a mail. */
export function FactsCard({ message }: { message: OutboxMessage }) {
  const text = useText()
  const word = useWord()
  const format = useFormat()
  const { facts, queue, about } = message
  const page = about ? SHOP_PAGES[about.kind] : undefined
  return (
    <Section title={text("message.facts")}>
      <Row label={text("outbox.type")}>
        {word("words.kind", message.type)} · {word("words.class", message.class)}
      </Row>
      {message.source_name && (
        <Row label={text("message.source")}>
          {hasReport(message) ? (
            <Link to={`/mailroom/reports/${message.source_id}`} className="text-ui-fg-interactive">
              {saidName(message.source_name, message.type)}
            </Link>
          ) : (
            saidName(message.source_name, message.type)
          )}
        </Row>
      )}
      {about && (
        <Row label={text("message.about")}>
          {page ? (
            <Link to={`${page}/${about.id}`} className="text-ui-fg-interactive break-all">
              {about.id}
            </Link>
          ) : (
            about.id
          )}
        </Row>
      )}
      <Row label={text("message.planned")}>{format.dateTime(message.planned_at)}</Row>
      {message.settled_at && <Row label={text("message.settled")}>{format.dateTime(message.settled_at)}</Row>}
      {queue && (
        <Row label={text("message.due")}>
          {format.dateTime(queue.due_at)} · {queue.lane}
          {queue.lane_state !== "open" && ` (${text("message.lanePaused")})`}
        </Row>
      )}
      <Row label={text("message.attempts")}>{format.number(message.attempts)}</Row>
      {facts.template && <Row label={text("message.template")}>{word("words.template", facts.template)}</Row>}
      {facts.locale && <Row label={text("common.language")}>{facts.locale}</Row>}
      {facts.topic && <Row label={text("newsletters.topic")}>{facts.topic}</Row>}
      {facts.cc.length > 0 && <Row label="Cc">{facts.cc.join(", ")}</Row>}
      {facts.bcc.length > 0 && <Row label="Bcc">{facts.bcc.join(", ")}</Row>}
      <Row label={text("message.tracking")}>{text(`message.pixel.${facts.pixel}`)}</Row>
      <Row label="Message-ID">
        <span className="break-all">{facts.message_id}</span>
      </Row>
    </Section>
  )
}

/** Letters, tests and copies stand in no report. */
function hasReport({ source_id: id, type, is_test: isTest }: OutboxMessage): boolean {
  return id !== null && !isTest && !["direct", "system", "external"].includes(type)
}
