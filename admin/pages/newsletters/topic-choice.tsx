import { Choice } from "../../parts/choice"
import { Field } from "../../parts/field"
import { useFormat } from "../../parts/use-format"
import { useText } from "../../parts/use-text"
import { useTopics } from "../../parts/use-topics"

type Props = { value: string | null; disabled?: boolean; onChange: (topicId: string) => void }

/** Who gets it: the people who subscribed to one topic, with their number. */
export function TopicChoice({ value, disabled, onChange }: Props) {
  const text = useText()
  const format = useFormat()
  const topics = useTopics()
  return (
    <Field label={text("newsletters.topic")} hint={text("newsletters.topicHint")}>
      {(id) => (
        <Choice
          id={id}
          value={value ?? ""}
          disabled={disabled}
          placeholder={text("newsletters.chooseTopic")}
          onChange={onChange}
          options={topics.map((topic) => ({
            value: topic.id,
            label: text("newsletters.topicWithCount", {
              name: topic.name,
              subscribers: format.number(topic.subscribers),
            }),
          }))}
        />
      )}
    </Field>
  )
}
