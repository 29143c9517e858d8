import { Input, Text } from "@medusajs/ui"
import { useState } from "react"
import type { Contact } from "../../parts/api/contacts"
import { Choice } from "../../parts/choice"
import { Field } from "../../parts/field"
import { FormDrawer } from "../../parts/form-drawer"
import { useChange } from "../../parts/use-mailroom"
import { useText, useWord } from "../../parts/use-text"
import { AgreedFields, type Agreed } from "./agreed-fields"

type Action = "leave" | "join" | "ask"
type TopicState = Contact["topics"][number]["state"]

/** Who said no is only asked: nobody else takes that back. */
const POSSIBLE: Record<TopicState, Action[]> = {
  subscribed: ["leave"],
  pending: ["leave", "ask"],
  none: ["join", "ask"],
  unsubscribed: ["ask"],
}

const SHORTEST = 3
const NOTHING_AGREED: Agreed = { basis: "", agreedOn: "", wording: "" }

/** One topic of one person: taken out, put in with a proof, or asked by mail; the reason goes into the log. */
export function TopicChangeDrawer({ contact, onClose }: { contact: Contact; onClose: () => void }) {
  const text = useText()
  const word = useWord()
  const [topicId, setTopicId] = useState("")
  const [wanted, setWanted] = useState<Action | null>(null)
  const [agreed, setAgreed] = useState(NOTHING_AGREED)
  const [reason, setReason] = useState("")
  const [refusal, setRefusal] = useState<string | null>(null)
  const topic = contact.topics.find(({ id }) => id === topicId)
  const possible = topic ? POSSIBLE[topic.state] : []
  const action = wanted && possible.includes(wanted) ? wanted : (possible[0] ?? null)
  const change = useChange<object>(`/contacts/${contact.id}/topics`, {
    done: text(action === "ask" ? "contacts.topicChange.asked" : "common.saved"),
    onDone: onClose,
    onRefused: setRefusal,
  })
  const isAgreed = agreed.basis !== "" && agreed.agreedOn !== "" && agreed.wording.trim().length >= SHORTEST
  return (
    <FormDrawer
      title={text("contacts.topicChange.title")}
      description={text("contacts.topicChange.hint")}
      refusal={refusal}
      isReady={action !== null && reason.trim().length >= SHORTEST && (action !== "join" || isAgreed)}
      isLoading={change.isPending}
      label={action ? text(`contacts.topicChange.actions.${action}`) : undefined}
      onSave={() => action && change.mutate(bodyOf({ topicId, action, reason, agreed }))}
      onClose={onClose}
    >
      <Field label={text("contacts.topic")}>
        {(id) => (
          <Choice
            id={id}
            value={topicId}
            placeholder={text("contacts.bulk.chooseTopic")}
            onChange={setTopicId}
            options={contact.topics.map(({ id: value, name, state }) => ({
              value,
              label: `${name} (${word("words.topicState", state)})`,
            }))}
          />
        )}
      </Field>
      {action && (
        <Field label={text("contacts.bulk.what")} hint={text(`contacts.topicChange.hints.${action}`)}>
          {(id) => (
            <Choice
              id={id}
              value={action}
              onChange={(chosen) => setWanted(chosen as Action)}
              options={possible.map((value) => ({ value, label: text(`contacts.topicChange.actions.${value}`) }))}
            />
          )}
        </Field>
      )}
      {topic?.state === "unsubscribed" && (
        <Text size="small" className="text-ui-fg-subtle">
          {text("contacts.topicChange.hasLeft")}
        </Text>
      )}
      {action === "join" && (
        <AgreedFields value={agreed} onChange={(part) => setAgreed((before) => ({ ...before, ...part }))} />
      )}
      {action && (
        <Field label={text("contacts.bulk.reason")} hint={text("contacts.topicChange.reasonHint")}>
          {(id) => <Input id={id} value={reason} onChange={(event) => setReason(event.target.value)} />}
        </Field>
      )}
    </FormDrawer>
  )
}

function bodyOf(said: { topicId: string; action: Action; reason: string; agreed: Agreed }): object {
  const { topicId: topic_id, action, reason } = said
  if (action !== "join") return { topic_id, action, reason }
  const { basis, agreedOn: agreed_on, wording } = said.agreed
  return { topic_id, action, reason, basis, agreed_on, wording }
}
