import { Check, Column, Entity, PrimaryColumn } from "typeorm"

/** A mailing category that people subscribe to and leave. */
@Entity({ name: "topic" })
@Check("topic_visibility_check", "visibility IN ('public', 'internal')")
@Check("topic_archive_check", "archive IN ('off', 'unlisted', 'indexed')")
export class Topic {
  @PrimaryColumn({ type: "text" })
  id!: string

  @Column({ type: "text", unique: true })
  slug!: string

  @Column({ type: "text" })
  name!: string

  @Column({ type: "text", nullable: true })
  description!: string | null

  /** `{ de: { name, description } }` */
  @Column({ type: "jsonb", default: () => "'{}'" })
  translations!: Record<string, { name?: string; description?: string }>

  @Column({ type: "text", default: () => "'public'" })
  visibility!: "public" | "internal"

  @Column({ type: "integer", default: 0 })
  position!: number

  @Column({ type: "boolean", name: "is_default_on", default: () => "false" })
  isDefaultOn!: boolean

  @Column({ type: "boolean", name: "is_double_opt_in", default: () => "true" })
  isDoubleOptIn!: boolean

  /** Whether everybody may read what was sent to it, and search engines, too. */
  @Column({ type: "text", default: () => "'off'" })
  archive!: "off" | "unlisted" | "indexed"

  @Column({ type: "timestamptz", name: "created_at", default: () => "mailroom.now()" })
  createdAt!: Date

  @Column({ type: "timestamptz", name: "updated_at", default: () => "mailroom.now()" })
  updatedAt!: Date

  @Column({ type: "timestamptz", name: "archived_at", nullable: true })
  archivedAt!: Date | null
}
