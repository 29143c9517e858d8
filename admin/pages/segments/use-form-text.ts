import type { ConditionKind, ConditionOf } from "../../../src/core/segments/conditions"
import { useText, type TextKey } from "../../parts/use-text"
import type { Choices } from "./use-speaker"

export type FormProps<Kind extends ConditionKind> = {
  condition: ConditionOf<Kind>
  choices: Choices
  onChange: (condition: ConditionOf<Kind>) => void
}

/** The words of the forms; keys come from the rule's own vocabulary, which the texts have in full. */
export function useFormText() {
  const text = useText()
  return {
    form: (key: string) => text(`segments.form.${key}` as TextKey),
    op: (key: string) => text(`segments.form.op.${key}` as TextKey),
  }
}
