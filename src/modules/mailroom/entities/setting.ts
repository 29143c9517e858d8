import { Column, Entity, PrimaryColumn } from "typeorm"

@Entity({ name: "setting" })
export class Setting {
  @PrimaryColumn({ type: "text" })
  key!: string

  @Column({ type: "jsonb" })
  value!: unknown

  @Column({ type: "timestamptz", name: "updated_at", default: () => "mailroom.now()" })
  updatedAt!: Date

  @Column({ type: "text", name: "updated_by", nullable: true })
  updatedBy!: string | null
}
