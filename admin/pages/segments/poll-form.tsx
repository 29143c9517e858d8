import { Hint } from "@medusajs/ui"
import type { ConditionOf } from "../../../src/core/segments/conditions"
import { Choice } from "../../parts/choice"
import { Field } from "../../parts/field"
import { OneOf, SomeOf, SpanInput } from "./form-parts"
import { useFormText, type FormProps } from "./use-form-text"

const OPS = ["answered", "not_answered"] as const

/** What somebody answered in a poll; no answer ticked: whatever it was. */
export function PollForm({ condition, choices, onChange }: FormProps<"poll">) {
  const { form, op } = useFormText()
  const poll = choices.polls.find((one) => one.id === condition.poll_id)
  const set = (change: Partial<ConditionOf<"poll">>) => onChange({ ...condition, ...change })
  return (
    <>
      <OneOf label={form("how")} value={condition.op} values={OPS} textOf={op} onChange={(how) => set({ op: how })} />
      <Field label={form("poll")}>
        {(id) => (
          <Choice
            id={id}
            size="small"
            value={condition.poll_id}
            placeholder={form("choosePoll")}
            options={choices.polls.map(({ id: value, name }) => ({ value, label: name }))}
            onChange={(poll_id) => set({ poll_id, answers: undefined })}
          />
        )}
      </Field>
      <SpanInput isOptional value={condition.within} onChange={(within) => set({ within })} />
      <div className="col-span-full">
        {choices.polls.length === 0 && <Hint>{form("noPolls")}</Hint>}
        {poll && (
          <SomeOf
            label={form("pollAnswers")}
            value={condition.answers ?? []}
            values={poll.answers.map(({ number }) => number)}
            textOf={(number) => poll.answers.find((one) => one.number === number)?.text ?? String(number)}
            onChange={(answers) => set({ answers: answers.length > 0 ? answers : undefined })}
          />
        )}
      </div>
    </>
  )
}
