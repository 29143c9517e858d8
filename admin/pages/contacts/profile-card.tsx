import { useState } from "react"
import { ActionButton } from "../../parts/action-button"
import type { FieldValue, WholeContact } from "../../parts/api/contacts"
import { Row, Section } from "../../parts/section"
import { useFormat } from "../../parts/use-format"
import { useText, useWord } from "../../parts/use-text"
import { ContactDrawer } from "./contact-drawer"
import { TagsRow } from "./tags-row"
import { useContactFields } from "./use-contact-fields"

/** Who it is, in the merchant's own fields too. */
export function ProfileCard({ contact }: { contact: WholeContact }) {
  const text = useText()
  const word = useWord()
  const format = useFormat()
  const [isEditing, setIsEditing] = useState(false)
  const { profile } = contact
  const fields = useContactFields()
  return (
    <Section
      title={text("contacts.profile")}
      actions={
        contact.email && (
          <ActionButton needs="edit" onClick={() => setIsEditing(true)}>
            {text("common.edit")}
          </ActionButton>
        )
      }
    >
      <Row label={text("contacts.name")}>{contact.name ?? "–"}</Row>
      <Row label={text("contacts.language")}>{profile.locale ? format.language(profile.locale) : "–"}</Row>
      <Row label={text("contacts.country")}>{profile.country ? format.country(profile.country) : "–"}</Row>
      <Row label={text("contacts.timeZone")}>{profile.time_zone ?? "–"}</Row>
      <Row label={text("contacts.birthday")}>{profile.birthday ? format.day(profile.birthday) : "–"}</Row>
      {fields.map((field) => (
        <Row key={field.key} label={field.label}>
          <Value value={profile.fields[field.key]} isDay={field.type === "date"} />
        </Row>
      ))}
      <TagsRow contact={contact} />
      <Row label={text("contacts.source")}>
        {word("contacts.sources", profile.source)} · {format.dateTime(contact.created_at)}
      </Row>
      {isEditing && <ContactDrawer contact={contact} onClose={() => setIsEditing(false)} />}
    </Section>
  )
}

function Value({ value, isDay }: { value: FieldValue | undefined; isDay: boolean }) {
  const text = useText()
  const format = useFormat()
  if (value === undefined) return <>–</>
  if (typeof value === "boolean") return <>{text(value ? "contacts.yes" : "contacts.no")}</>
  if (typeof value === "number") return <>{format.number(value)}</>
  return <>{isDay ? format.day(value) : value}</>
}
