import { MedusaError } from "@medusajs/framework/utils"
import { productsShown } from "../../../core/mailings/linked-products"
import { shownName } from "../../../core/mailings/mailing"
import { documentSchema } from "../../../core/templates/document"
import type { Database, Db } from "../database"
import {
  copyMailingLinks,
  deleteMailingLink,
  insertMailingLink,
  keepShownProducts,
  selectMailingLinks,
  selectMailingsOf,
  type LinkedMailingRow,
  type LinkKind,
  type MailingLinkRow,
} from "../sql/mailing-links"
import type { SettingsService } from "./settings"

const MOST_SHOWN = 50

/** What a mailing is about: the products in its blocks by themselves, others and orders by hand (F29). */
export class MailingLinkService {
  constructor(
    private readonly db: Database,
    private readonly settings: SettingsService,
  ) {}

  async list(mailingId: string): Promise<MailingLinkRow[]> {
    return this.db.query<MailingLinkRow>(selectMailingLinks(mailingId))
  }

  /** In the transaction that saves the document. */
  async keep(tx: Db, mailingId: string, document: unknown): Promise<void> {
    const parsed = documentSchema.safeParse(document)
    if (parsed.success) await tx.query(keepShownProducts(mailingId, productsShown(parsed.data)))
  }

  async copy(tx: Pick<Database, "query">, from: string, to: string): Promise<void> {
    await tx.query(copyMailingLinks(from, to))
  }

  async add(mailingId: string, kind: LinkKind, refId: string): Promise<void> {
    if ((await this.db.query(insertMailingLink(mailingId, kind, refId))).length > 0) return
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `The shop has no ${kind} "${refId}" to link.`)
  }

  /** What stands in a block goes with the block. */
  async remove(mailingId: string, kind: LinkKind, refId: string): Promise<void> {
    if ((await this.db.query(deleteMailingLink(mailingId, kind, refId))).length > 0) return
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `The ${kind} "${refId}" was not linked by hand. What stands in a product block goes with the block.`,
    )
  }

  /** The mailings about a product or an order, the latest first. */
  async mailingsOf(kind: LinkKind, refId: string) {
    const { timeZone } = (await this.settings.read()).general
    const rows = await this.db.query<LinkedMailingRow>(selectMailingsOf(kind, refId, MOST_SHOWN))
    return rows.map((row) => ({
      ...row,
      shown_name: shownName(
        { ...row, startedAt: row.started_at, scheduledAt: row.scheduled_at, createdAt: row.created_at },
        timeZone,
      ),
    }))
  }
}
