import { Clock, EnvelopeContent, ExclamationCircleSolid, EyeSlash, XCircleSolid } from "@medusajs/icons"
import { Badge, Text, Tooltip } from "@medusajs/ui"
import type { Contact } from "./api/contacts"
import { EmailStateBadge } from "./badges"
import { said } from "./said"
import { Row } from "./section"
import { useFormat } from "./use-format"
import { useText, useWord } from "./use-text"

/** May we write to this person, about what, and why not. */
export function ContactState({ contact }: { contact: Contact }) {
  const text = useText()
  const word = useWord()
  const format = useFormat()
  return (
    <>
      <div className="flex items-start gap-x-3 px-6 py-4">
        <StateIcon state={contact.state} />
        <div className="flex flex-col gap-y-2">
          <EmailStateBadge state={contact.state} />
          <Text size="small" className="text-ui-fg-subtle">
            {said(contact.state_text)}
          </Text>
        </div>
      </div>
      {contact.consent_expires_at && (
        <Row label={text("person.consentEnds")}>{format.date(contact.consent_expires_at)}</Row>
      )}
      <Row label={text("person.tracking")}>{word("words.tracking", contact.tracking)}</Row>
      <Row label={text("person.topics")}>
        <div className="flex flex-wrap gap-1.5">
          {contact.topics.length === 0 && "–"}
          {contact.topics.map((topic) => (
            <Tooltip
              key={topic.id}
              content={
                topic.since
                  ? text("person.since", { at: format.dateTime(topic.since) })
                  : word("words.marketing", "never_asked")
              }
            >
              <Badge
                size="2xsmall"
                color={topic.state === "subscribed" ? "green" : topic.state === "unsubscribed" ? "red" : "grey"}
              >
                {topic.name}: {word("words.topicState", topic.state)}
              </Badge>
            </Tooltip>
          ))}
        </div>
      </Row>
      {contact.suppressions.map((one) => (
        <Row key={one.id} label={text("person.blocked")}>
          {word("words.suppression", one.reason)} · {format.ago(one.created_at)}
        </Row>
      ))}
      {contact.last_interaction_at && (
        <Row label={text("person.lastSeen")}>{format.ago(contact.last_interaction_at)}</Row>
      )}
    </>
  )
}

/** Told apart by shape, not by colour alone. */
export function StateIcon({ state }: { state: Contact["state"] }) {
  if (state === "unsubscribed") return <EyeSlash className="text-ui-tag-red-icon mt-0.5" />
  if (state === "complained") return <ExclamationCircleSolid className="text-ui-tag-red-icon mt-0.5" />
  if (["bounced", "blocked", "no_address", "erased"].includes(state))
    return <XCircleSolid className="text-ui-tag-red-icon mt-0.5" />
  if (state === "inactive") return <Clock className="text-ui-tag-orange-icon mt-0.5" />
  return (
    <EnvelopeContent className={state === "active" ? "text-ui-tag-green-icon mt-0.5" : "text-ui-fg-muted mt-0.5"} />
  )
}
