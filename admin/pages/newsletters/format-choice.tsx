import type { MailFormat } from "../../../src/core/mailings/mail-format"
import { MAIL_FORMATS, sentAs } from "../../../src/core/mailings/mail-format"
import { Choice } from "../../parts/choice"
import { Field } from "../../parts/field"
import { useText } from "../../parts/use-text"
import type { Draft } from "./use-draft"

/** HTML or plain text; while the mail is tracked there is no choice, and it says why (F29). */
export function FormatChoice({ draft: { draft, change } }: { draft: Draft }) {
  const text = useText()
  const { format, is_tracked: isLocked } = draft
  const hint = isLocked ? "composer.format.locked" : (`composer.format.${format}Hint` as const)
  return (
    <Field label={text("composer.format.label")} hint={text(hint)}>
      {(id) => (
        <Choice
          id={id}
          disabled={isLocked}
          value={sentAs(draft)}
          onChange={(chosen) => change({ format: chosen as MailFormat })}
          options={MAIL_FORMATS.map((one) => ({ value: one, label: text(`composer.format.${one}`) }))}
        />
      )}
    </Field>
  )
}
