import { Badge, Button, Input, Text } from "@medusajs/ui"
import { useState } from "react"
import { Link } from "react-router-dom"
import type { ConsentAnswer, ConsentLine } from "../../parts/api/consent"
import { Section } from "../../parts/section"
import { WhenRead } from "../../parts/states"
import { useFormat } from "../../parts/use-format"
import { useRead } from "../../parts/use-mailroom"
import { useText, useWord } from "../../parts/use-text"
import { useTopics } from "../../parts/use-topics"

/** Every word of a person about mail, with its proof; and what was agreed on any day of the past. */
export function ConsentCard({ contactId }: { contactId: string }) {
  const text = useText()
  const [day, setDay] = useState("")
  const read = useRead<{ consent: ConsentAnswer }>(`/contacts/${contactId}/consent`, { query: { at: day } })
  return (
    <Section
      title={text("proof.timeline")}
      hint={text("proof.timelineHint")}
      actions={
        <>
          <label className="txt-compact-small text-ui-fg-subtle flex items-center gap-x-2">
            {text("proof.at")}
            <Input size="small" type="date" value={day} onChange={(event) => setDay(event.target.value)} />
          </label>
          {day && (
            <Button size="small" variant="transparent" onClick={() => setDay("")}>
              {text("proof.today")}
            </Button>
          )}
          <Button size="small" variant="secondary" asChild>
            <Link to={`/mailroom/contacts/${contactId}/proof`}>{text("proof.open")}</Link>
          </Button>
        </>
      }
    >
      <WhenRead read={read}>{({ consent }) => <Timeline consent={consent} />}</WhenRead>
    </Section>
  )
}

function Timeline({ consent }: { consent: ConsentAnswer }) {
  const text = useText()
  if (consent.entries.length === 0 && consent.at === null)
    return (
      <Text size="small" className="text-ui-fg-subtle px-6 py-4">
        {text("proof.noEntries")}
      </Text>
    )
  return (
    <>
      {consent.broken.length > 0 && (
        <Text size="small" className="text-ui-fg-error px-6 py-4" role="alert">
          {text("proof.chainBroken", { rows: consent.broken.join(", ") })}
        </Text>
      )}
      <States consent={consent} />
      <ol className="divide-y">
        {[...consent.entries].reverse().map((entry) => (
          <Entry key={entry.seq} entry={entry} />
        ))}
      </ol>
    </>
  )
}

function States({ consent: { at, addresses } }: { consent: ConsentAnswer }) {
  const text = useText()
  const word = useWord()
  const format = useFormat()
  return (
    <div className="flex flex-col gap-y-1 px-6 py-4">
      {addresses.map(({ address_id: id, email, state: { marketing, tracking } }) => (
        <Text key={id} size="small">
          <span className="text-ui-fg-subtle">{text(at ? "proof.stateOn" : "proof.stateNow")}</span>{" "}
          {addresses.length > 1 && `${email ?? "–"}: `}
          {text("proof.marketing")}: {word("words.marketing", marketing.state)}
          {marketing.basis && ` (${word("who.bases", marketing.basis)})`}
          {marketing.expiresAt && ` ${text("proof.until", { at: format.date(marketing.expiresAt) })}`} ·{" "}
          {text("proof.tracking")}: {word("words.tracking", tracking.state)}
        </Text>
      ))}
    </div>
  )
}

function Entry({ entry }: { entry: ConsentLine }) {
  const text = useText()
  const word = useWord()
  const format = useFormat()
  const topics = useTopics()
  const topic = topics.find(({ id }) => id === entry.topic_id)?.name ?? entry.topic_id ?? ""
  const by = entry.actor === "contact" || entry.actor === "system" ? entry.actor : "other"
  return (
    <li className="flex flex-col gap-y-1 px-6 py-3">
      <div className="flex flex-wrap items-center gap-2">
        <Badge
          size="2xsmall"
          color={entry.action === "withdraw" ? "red" : entry.action === "expire" ? "grey" : "green"}
        >
          {text(`proof.actions.${entry.action}`)}
        </Badge>
        <Text size="small" weight="plus">
          {text(`proof.purposes.${entry.purpose}`, { topic })}
        </Text>
        <Text size="small" className="text-ui-fg-subtle">
          {format.dateTime(entry.at)} · {text(`proof.by.${by}`)} · {word("proof.sources", entry.source)}
        </Text>
      </div>
      <EntryProof entry={entry} />
    </li>
  )
}

function EntryProof({ entry }: { entry: ConsentLine }) {
  const text = useText()
  const word = useWord()
  const format = useFormat()
  const facts = [
    entry.basis && word("who.bases", entry.basis),
    entry.expires_at && text("proof.until", { at: format.date(entry.expires_at) }),
    entry.page_url,
    entry.ip,
    entry.note,
  ].filter(Boolean)
  return (
    <>
      {entry.wording && (
        <Text size="small" className="text-ui-fg-subtle">
          “{entry.wording}”
        </Text>
      )}
      {(facts.length > 0 || entry.message_id) && (
        <Text size="small" className="text-ui-fg-muted break-words">
          {facts.join(" · ")}{" "}
          {entry.message_id && (
            <Link className="text-ui-fg-interactive" to={`/mailroom/outbox/${entry.message_id}`}>
              {text("stops.mail")}
            </Link>
          )}
        </Text>
      )}
    </>
  )
}
