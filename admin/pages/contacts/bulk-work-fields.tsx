import { Input, Text } from "@medusajs/ui"
import type { BulkKind, BulkWork } from "../../parts/api/contacts"
import { Choice } from "../../parts/choice"
import { Field } from "../../parts/field"
import { useText } from "../../parts/use-text"
import { useTopics } from "../../parts/use-topics"
import { AgreedFields, type Agreed } from "./agreed-fields"

export type WorkDraft = Agreed & {
  kind: BulkKind
  tags: string
  topicId: string
  reason: string
}

export const EMPTY_WORK: WorkDraft = {
  kind: "tag",
  tags: "",
  topicId: "",
  basis: "",
  agreedOn: "",
  wording: "",
  reason: "",
}

const SHORTEST = 3

/** The work as the API takes it; null while something is missing. */
export function workOf(draft: WorkDraft): BulkWork | null {
  const { kind, topicId: topic_id, basis, agreedOn: agreed_on } = draft
  const [wording, reason] = [draft.wording.trim(), draft.reason.trim()]
  if (kind === "tag" || kind === "untag") {
    const tags = draft.tags.split(",").flatMap((tag) => tag.trim() || [])
    return tags.length > 0 ? { kind, tags } : null
  }
  if (kind === "correct" || !topic_id || reason.length < SHORTEST) return null
  if (kind === "unsubscribe") return { kind, topic_id, reason }
  if (!basis || !agreed_on || wording.length < SHORTEST) return null
  return { kind, topic_id, basis, agreed_on, wording, reason }
}

/** What the chosen work needs to know. A subscription wants its basis named: it becomes an entry in each one's log. */
export function BulkWorkFields({
  draft,
  onChange,
}: {
  draft: WorkDraft
  onChange: (change: Partial<WorkDraft>) => void
}) {
  const text = useText()
  if (draft.kind === "tag" || draft.kind === "untag")
    return (
      <Field label={text("contacts.tags")} hint={text("contacts.bulk.tagsHint")}>
        {(id) => <Input id={id} value={draft.tags} onChange={(event) => onChange({ tags: event.target.value })} />}
      </Field>
    )
  return (
    <>
      <TopicField value={draft.topicId} onChange={(topicId) => onChange({ topicId })} />
      {draft.kind === "subscribe" && (
        <>
          <Text size="small" className="text-ui-fg-subtle">
            {text("contacts.bulk.consentHint")}
          </Text>
          <AgreedFields value={draft} onChange={onChange} />
        </>
      )}
      <Field label={text("contacts.bulk.reason")} hint={text("contacts.bulk.reasonHint")}>
        {(id) => <Input id={id} value={draft.reason} onChange={(event) => onChange({ reason: event.target.value })} />}
      </Field>
    </>
  )
}

function TopicField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const text = useText()
  const topics = useTopics()
  return (
    <Field label={text("contacts.topic")}>
      {(id) => (
        <Choice
          id={id}
          value={value}
          placeholder={text("contacts.bulk.chooseTopic")}
          onChange={onChange}
          options={topics.map((topic) => ({ value: topic.id, label: topic.name }))}
        />
      )}
    </Field>
  )
}
