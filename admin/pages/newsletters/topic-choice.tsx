import { Choice } from "../../parts/choice"
import { Field } from "../../parts/field"
import { useFormat } from "../../parts/use-format"
import { useText } from "../../parts/use-text"
import { useTopics } from "../../parts/use-topics"

type Props = {
  value: string | null
  /** Not whom it goes to, only what it is about: "none" is a choice. */
  isOptional?: boolean
  onChange: (topicId: string | null) => void
}

const NONE = "none"

/** What it is about: with a topic it goes to nobody who does not subscribe to it. */
export function TopicChoice({ value, isOptional = false, onChange }: Props) {
  const text = useText()
  const format = useFormat()
  const topics = useTopics()
  return (
    <Field
      label={text("newsletters.topic")}
      hint={text(isOptional ? "newsletters.topicHintOptional" : "newsletters.topicHint")}
    >
      {(id) => (
        // The menu is made anew with its "none": Radix shows no value whose option comes with it.
        <Choice
          key={String(isOptional)}
          id={id}
          value={value ?? (isOptional ? NONE : "")}
          placeholder={text("newsletters.chooseTopic")}
          onChange={(chosen) => onChange(chosen === NONE ? null : chosen || null)}
          options={[
            ...(isOptional ? [{ value: NONE, label: text("newsletters.noTopic") }] : []),
            ...topics.map((topic) => ({
              value: topic.id,
              label: text("newsletters.topicWithCount", {
                name: topic.name,
                subscribers: format.number(topic.subscribers),
              }),
            })),
          ]}
        />
      )}
    </Field>
  )
}
