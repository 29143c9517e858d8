import { Input } from "@medusajs/ui"
import { useState } from "react"
import type { Contact, FieldValue, Profile, WholeContact } from "../../parts/api/contacts"
import { Field } from "../../parts/field"
import { FormDrawer } from "../../parts/form-drawer"
import { useChange } from "../../parts/use-mailroom"
import { useText, type TextKey } from "../../parts/use-text"
import { OwnFields } from "./own-fields"
import { useContactFields } from "./use-contact-fields"

type Props = {
  /** Left out: a new contact. */
  contact?: WholeContact
  onClose: () => void
  onSaved?: (contact: Contact) => void
}

const COLUMNS = ["first_name", "last_name", "locale", "country", "time_zone", "birthday"] as const
type Column = (typeof COLUMNS)[number]

const LABELS: Record<Column, { label: TextKey; placeholder?: string }> = {
  first_name: { label: "contacts.firstName" },
  last_name: { label: "contacts.lastName" },
  locale: { label: "contacts.language", placeholder: "de-AT" },
  country: { label: "contacts.country", placeholder: "DE" },
  time_zone: { label: "contacts.timeZone", placeholder: "Europe/Berlin" },
  birthday: { label: "contacts.birthday" },
}

/** A person's profile, new or changed. What is written here the shop does not overwrite. */
export function ContactDrawer({ contact, onClose, onSaved }: Props) {
  const text = useText()
  const fields = useContactFields()
  const before = contact?.profile
  const [email, setEmail] = useState(contact?.email ?? "")
  const [said, setSaid] = useState<Partial<Record<Column, string>>>({})
  const [own, setOwn] = useState<Record<string, FieldValue | null>>({})
  const [refusal, setRefusal] = useState<string | null>(null)
  const save = useChange<Record<string, unknown>, { contact: WholeContact }>(
    contact ? `/contacts/${contact.id}` : "/contacts",
    {
      done: text("common.saved"),
      onRefused: setRefusal,
      onDone: ({ contact: saved }) => {
        onSaved?.(saved)
        onClose()
      },
    },
  )
  const change = {
    ...(email.trim() !== (contact?.email ?? "") && { email: email.trim() }),
    ...changedColumns(said, before),
    ...(Object.keys(own).length > 0 && { fields: own }),
  }
  const isReady = contact ? Object.keys(change).length > 0 : email.includes("@")
  return (
    <FormDrawer
      title={text(contact ? "contacts.edit" : "contacts.create")}
      description={text(contact ? "contacts.editHint" : "contacts.createHint")}
      refusal={refusal}
      isReady={isReady}
      isLoading={save.isPending}
      onClose={onClose}
      onSave={() => save.mutate(change)}
    >
      <Field
        label={text("contacts.email")}
        hint={
          before?.has_account ? text("contacts.accountAddress") : contact ? text("contacts.addressHint") : undefined
        }
      >
        {(id) => (
          <Input
            id={id}
            type="email"
            value={email}
            disabled={before?.has_account}
            onChange={(event) => setEmail(event.target.value)}
          />
        )}
      </Field>
      {COLUMNS.map((column) => (
        <Field key={column} label={text(LABELS[column].label)} optional={text("common.optional")}>
          {(id) => (
            <Input
              id={id}
              type={column === "birthday" ? "date" : "text"}
              placeholder={LABELS[column].placeholder}
              value={said[column] ?? before?.[column] ?? ""}
              onChange={(event) => setSaid({ ...said, [column]: event.target.value })}
            />
          )}
        </Field>
      ))}
      <OwnFields
        fields={fields}
        values={{ ...before?.fields, ...own }}
        onChange={(key, value) => setOwn({ ...own, [key]: value })}
      />
    </FormDrawer>
  )
}

function changedColumns(said: Partial<Record<Column, string>>, before?: Profile): Record<string, string | null> {
  const changed = COLUMNS.filter((column) => said[column] !== undefined && said[column] !== (before?.[column] ?? ""))
  return Object.fromEntries(changed.map((column) => [column, said[column]!.trim() || null]))
}
