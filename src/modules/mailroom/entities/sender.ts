import { Column, Entity, Index, PrimaryColumn } from "typeorm"

@Entity({ name: "sender" })
@Index("sender_one_default", ["isDefault"], { unique: true, where: "is_default" })
export class SenderEntity {
  @PrimaryColumn({ type: "text" })
  id!: string

  @Column({ type: "text" })
  name!: string

  @Column({ type: "text", name: "from_name" })
  fromName!: string

  @Column({ type: "text", name: "from_email", nullable: true })
  fromEmail!: string | null

  @Column({ type: "text", name: "marketing_from_email", nullable: true })
  marketingFromEmail!: string | null

  @Column({ type: "text", name: "reply_to", nullable: true })
  replyTo!: string | null

  @Column({ type: "text", name: "postal_address", nullable: true })
  postalAddress!: string | null

  @Column({ type: "text", name: "storefront_url", nullable: true })
  storefrontUrl!: string | null

  @Column({ type: "jsonb", default: () => "'{}'" })
  brand!: unknown

  @Column({ type: "text", default: "en" })
  locale!: string

  @Column({ type: "text", name: "sales_channel_ids", array: true, default: () => "'{}'" })
  salesChannelIds!: string[]

  @Column({ type: "boolean", name: "is_default", default: false })
  isDefault!: boolean

  @Column({ type: "timestamptz", name: "created_at", default: () => "mailroom.now()" })
  createdAt!: Date

  @Column({ type: "timestamptz", name: "updated_at", default: () => "mailroom.now()" })
  updatedAt!: Date

  @Column({ type: "timestamptz", name: "archived_at", nullable: true })
  archivedAt!: Date | null
}
