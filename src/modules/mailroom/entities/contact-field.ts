import { Check, Column, Entity, PrimaryColumn } from "typeorm"
import type { FieldType } from "../../../core/contacts/contact-field"

/** One of the merchant's own fields of a contact; the values are in `contact.fields` under its key. */
@Entity({ name: "contact_field" })
@Check("contact_field_type_check", "type IN ('text', 'number', 'date', 'boolean', 'choice')")
export class ContactFieldEntity {
  @PrimaryColumn({ type: "text" })
  key!: string

  @Column({ type: "text" })
  label!: string

  @Column({ type: "text" })
  type!: FieldType

  @Column({ type: "text", array: true, default: () => "'{}'" })
  choices!: string[]

  @Column({ type: "integer", default: 0 })
  position!: number

  @Column({ type: "timestamptz", name: "created_at", default: () => "mailroom.now()" })
  createdAt!: Date

  @Column({ type: "timestamptz", name: "updated_at", default: () => "mailroom.now()" })
  updatedAt!: Date

  @Column({ type: "timestamptz", name: "archived_at", nullable: true })
  archivedAt!: Date | null
}
