import { Hint } from "@medusajs/ui"
import type { Poll } from "../../../../parts/api/polls"
import { useRead } from "../../../../parts/use-mailroom"
import { useText } from "../../../../parts/use-text"
import { SomeOf } from "../../../segments/form-parts"
import { listOf, useLabel, type FieldProps } from "./field-input"

/** Which answers of the chosen poll are meant; none ticked: any. */
export function PollAnswersInput({ field, value, siblings, onChange }: FieldProps<"numbers">) {
  const text = useText()
  const label = useLabel(field)
  const { data } = useRead<{ polls: Poll[] }>("/polls")
  const answers = data?.polls.find(({ id }) => id === siblings.pollId)?.answers
  if (!answers) return <Hint>{text("steps.form.choosePollFirst")}</Hint>
  return (
    <SomeOf
      label={label}
      value={listOf(value).map(Number)}
      values={answers.map(({ number }) => number)}
      textOf={(number) => answers.find((one) => one.number === number)?.text ?? String(number)}
      onChange={(numbers) => onChange(numbers, null)}
    />
  )
}
