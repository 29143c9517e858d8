import { Input, Textarea } from "@medusajs/ui"
import { useState } from "react"
import { FIELD_TYPES } from "../../../src/core/contacts/contact-field"
import type { ContactField } from "../../parts/api/contacts"
import { Choice } from "../../parts/choice"
import { Field } from "../../parts/field"
import { FormDrawer } from "../../parts/form-drawer"
import { SwitchField } from "../../parts/switch-field"
import { useChange } from "../../parts/use-mailroom"
import { useText, useWord } from "../../parts/use-text"

/** A new field, or an existing one, whose key and type stay. */
export function FieldDrawer({ field, onClose }: { field: ContactField | null; onClose: () => void }) {
  const text = useText()
  const word = useWord()
  const [label, setLabel] = useState(field?.label ?? "")
  const [typedKey, setTypedKey] = useState<string | null>(null)
  const [type, setType] = useState<ContactField["type"]>(field?.type ?? "text")
  const [choices, setChoices] = useState(field?.choices.join("\n") ?? "")
  const [isArchived, setIsArchived] = useState(field?.is_archived ?? false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const key = field?.key ?? typedKey ?? keyOf(label)
  const save = useChange<object>(field ? `/contact-fields/${field.key}` : "/contact-fields", {
    done: text("common.saved"),
    onDone: onClose,
    onRefused: setRefusal,
  })
  const listed = type === "choice" ? choices.split("\n").flatMap((line) => line.trim() || []) : []
  const body = field
    ? { label: label.trim(), is_archived: isArchived, ...(type === "choice" && { choices: listed }) }
    : { key, label: label.trim(), type, choices: listed }
  return (
    <FormDrawer
      title={text(field ? "contacts.fields.editTitle" : "contacts.fields.add")}
      refusal={refusal}
      isReady={label.trim() !== ""}
      isLoading={save.isPending}
      onClose={onClose}
      onSave={() => save.mutate(body)}
    >
      <Field label={text("contacts.fields.label")}>
        {(id) => <Input id={id} value={label} onChange={(event) => setLabel(event.target.value)} />}
      </Field>
      <Field label={text("contacts.fields.key")} hint={text("contacts.fields.keyHint")}>
        {(id) => (
          <Input id={id} value={key} disabled={field !== null} onChange={(event) => setTypedKey(event.target.value)} />
        )}
      </Field>
      <Field label={text("contacts.fields.type")}>
        {(id) => (
          <Choice
            id={id}
            value={type}
            disabled={field !== null}
            onChange={(chosen) => setType(chosen as ContactField["type"])}
            options={FIELD_TYPES.map((one) => ({ value: one, label: word("contacts.fields.types", one) }))}
          />
        )}
      </Field>
      {type === "choice" && (
        <Field label={text("contacts.fields.choices")} hint={text("contacts.fields.choicesHint")}>
          {(id) => <Textarea id={id} rows={6} value={choices} onChange={(event) => setChoices(event.target.value)} />}
        </Field>
      )}
      {field && (
        <SwitchField
          label={text("contacts.fields.archive")}
          hint={text("contacts.fields.archiveHint")}
          isOn={isArchived}
          onChange={setIsArchived}
        />
      )}
    </FormDrawer>
  )
}

/** "Schuhgröße (EU)" → "schuhgrosse_eu": a proposal that may be overwritten. */
function keyOf(label: string): string {
  return label
    .replaceAll("ß", "ss")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^[_0-9]+|_+$/g, "")
    .slice(0, 40)
}
