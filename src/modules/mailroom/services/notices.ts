import { MedusaError } from "@medusajs/framework/utils"
import { UUID } from "../../../core/reports/uuid"
import { pageOf } from "../../../core/reports/cursor"
import type { LineGroup } from "../../../core/notices/group-lines"
import type { Database, Db } from "../database"
import { pageStart } from "../page-start"
import {
  acknowledgeNotice,
  collectLines,
  recheckOrder,
  selectNotice,
  selectNoticeLines,
  selectNotices,
  type ListedNotice,
  type NoticeLineRow,
  type NoticeRow,
} from "../sql/notices"

export type { ListedNotice, NoticeRow }

/** Notices to suppliers and colleagues (F2): what is collected for whom, what was told, and who has said "seen". */
export class NoticeService {
  constructor(private readonly db: Database) {}

  /** Safe to repeat: a line that stands in a notice stays there. Answers how many are new. */
  async collect(of: {
    automationId: string
    node: string
    settings: Record<string, unknown>
    group: LineGroup
    orderId: string
    sendAt: Date
  }): Promise<number> {
    const { group, orderId, ...rest } = of
    const rows = await this.db.query(
      collectLines({
        ...rest,
        groupKey: group.key,
        recipients: group.recipients,
        lines: group.lines.map(({ id, quantity, title, variantTitle, sku }) => ({
          order_id: orderId,
          line_id: id,
          told: quantity,
          said: { title, variantTitle, sku },
        })),
      }),
    )
    return rows.length
  }

  /** The order was changed or cancelled; what was told of it is looked at by the loop. */
  async recheck(orderId: string, tx: Db = this.db): Promise<void> {
    await tx.query(recheckOrder(orderId))
  }

  async find(id: string): Promise<NoticeRow | null> {
    const [row] = UUID.test(id) ? await this.db.query<NoticeRow>(selectNotice(id)) : []
    return row ?? null
  }

  /** Throws NOT_FOUND. */
  async get(id: string): Promise<NoticeRow & { lines: NoticeLineRow[] }> {
    const row = await this.find(id)
    if (!row) throw new MedusaError(MedusaError.Types.NOT_FOUND, `There is no notice "${id}".`)
    return { ...row, lines: await this.db.query<NoticeLineRow>(selectNoticeLines(id)) }
  }

  /** By the link in the mail, or by hand. NOT_ALLOWED for one that has not gone out. */
  async acknowledge(id: string, by: string): Promise<NoticeRow> {
    const { state } = await this.get(id)
    if (state !== "sent")
      throw new MedusaError(MedusaError.Types.NOT_ALLOWED, "This notice has not gone out: there is nothing to confirm.")
    await this.db.query(acknowledgeNotice(id, by))
    return this.get(id)
  }

  async list({
    state,
    cursor,
    limit,
  }: {
    state: "waiting" | "open" | null
    cursor?: string
    limit: number
  }): Promise<{ notices: ListedNotice[]; next_cursor: string | null }> {
    const before = pageStart(cursor)?.[0] ?? null
    const rows = await this.db.query<ListedNotice>(selectNotices({ state, before, limit: limit + 1 }))
    const { page, next_cursor } = pageOf(rows, limit, ({ id }) => [id])
    return { notices: page, next_cursor }
  }
}
