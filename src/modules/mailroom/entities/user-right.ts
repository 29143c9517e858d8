import { Column, Entity, PrimaryColumn } from "typeorm"

@Entity({ name: "user_right" })
export class UserRightEntity {
  @PrimaryColumn({ type: "text", name: "user_id" })
  userId!: string

  @Column({ type: "boolean", name: "can_see", default: true })
  canSee!: boolean

  @Column({ type: "boolean", name: "can_edit", default: false })
  canEdit!: boolean

  @Column({ type: "boolean", name: "can_send", default: false })
  canSend!: boolean

  @Column({ type: "boolean", name: "can_mail_out", default: false })
  canMailOut!: boolean

  @Column({ type: "timestamptz", name: "updated_at", default: () => "mailroom.now()" })
  updatedAt!: Date

  @Column({ type: "text", name: "updated_by", nullable: true })
  updatedBy!: string | null
}
