import { useState } from "react"
import { ruleSchema, type Rule } from "../../../../../src/core/segments/rule"
import { withAdded, withClause, withMatch } from "../../../segments/edit-rule"
import { GroupEditor, type Editing } from "../../../segments/group-editor"
import { useChoices, useSpeaker } from "../../../segments/use-speaker"
import { useLabel, type FieldProps } from "./field-input"
import { useFieldsAround } from "./fields-context"

const EMPTY: Rule = { version: 1, match: "all", rules: [] }

/** The same rules as those of segments. */
export function RuleInput({ id, field, value, onChange }: FieldProps<"rule">) {
  const label = useLabel(field)
  const { canEdit } = useFieldsAround()
  const rule = ruleOf(value)
  const [open, setOpen] = useState<string | null>(null)
  const choices = useChoices()
  const speaker = useSpeaker(rule, choices)
  const set = (next: Rule) => onChange(next, id)
  const editing: Editing = {
    choices,
    speaker,
    canEdit,
    open,
    setOpen,
    change: (path, clause) => set(withClause(rule, path, clause)),
    add: (path, clause) => set(withAdded(rule, path, clause)),
    match: (path, match) => set(withMatch(rule, path, match)),
  }
  return (
    <fieldset className="-mx-5 flex flex-col">
      <legend className="txt-compact-small-plus px-5">{label}</legend>
      <GroupEditor group={rule} path={[]} editing={editing} />
    </fieldset>
  )
}

/** A rule that is being written is not valid yet, but it has its shape. */
function ruleOf(value: unknown): Rule {
  const parsed = ruleSchema.safeParse(value)
  if (parsed.success) return parsed.data
  const isShaped = typeof value === "object" && value !== null && Array.isArray((value as Rule).rules)
  return isShaped ? (value as Rule) : EMPTY
}
