import { Input, Textarea } from "@medusajs/ui"
import { RECORDABLE_BASES, type RecordableBasis } from "../../../src/core/contacts/record-basis"
import { Choice } from "../../parts/choice"
import { Field } from "../../parts/field"
import { useText, useWord } from "../../parts/use-text"

/** What makes a subscription that somebody else writes down provable. */
export type Agreed = { basis: RecordableBasis | ""; agreedOn: string; wording: string }

/** Basis, day and words of an agreement that the owner records. */
export function AgreedFields({ value, onChange }: { value: Agreed; onChange: (change: Partial<Agreed>) => void }) {
  const text = useText()
  const word = useWord()
  return (
    <>
      <Field label={text("contacts.bulk.basis")}>
        {(id) => (
          <Choice
            id={id}
            value={value.basis}
            placeholder={text("contacts.bulk.chooseBasis")}
            onChange={(basis) => onChange({ basis: basis as RecordableBasis })}
            options={RECORDABLE_BASES.map((basis) => ({ value: basis, label: word("contacts.bulk.bases", basis) }))}
          />
        )}
      </Field>
      <Field label={text("contacts.bulk.agreedOn")}>
        {(id) => (
          <Input
            id={id}
            type="date"
            value={value.agreedOn}
            onChange={(event) => onChange({ agreedOn: event.target.value })}
          />
        )}
      </Field>
      <Field label={text("contacts.bulk.wording")} hint={text("contacts.bulk.wordingHint")}>
        {(id) => (
          <Textarea id={id} value={value.wording} onChange={(event) => onChange({ wording: event.target.value })} />
        )}
      </Field>
    </>
  )
}
