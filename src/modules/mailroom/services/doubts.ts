import { MedusaError } from "@medusajs/framework/utils"
import type { Doubt, DoubtVerdict } from "../../../core/messages/doubt"
import type { Database } from "../database"
import { selectNow } from "../sql/consent"
import { selectDoubtful, selectDoubts, settleSaid, type DoubtfulMails, type DoubtRow } from "../sql/doubts"
import type { ResendService } from "./resends"

export type DoubtsOf = { source_id: string | null; type: string; as_of: Date }
export type DoubtsSettled = {
  settled: number
  /** Secret ones, and those whose variables are no longer kept: they stay in doubt. */
  not_possible: number
  /** More of the same than one request does; ask again. */
  has_more: boolean
}

const AT_ONCE = 1000
/** Each is planned by itself. */
const MOST_AGAIN = 200

/**
 * Mails that a server may have taken, settled by the many: a server that dies at the final dot leaves one for each of its
 * connections, and nobody wants to look at a hundred pages (F47).
 */
export class DoubtService {
  constructor(
    private readonly db: Database,
    private readonly services: { resends: ResendService },
  ) {}

  /** `as_of` goes back with the verdict: what comes into doubt after the look is not settled by it. */
  async list(sourceId: string | null): Promise<{ doubts: Doubt[]; as_of: string }> {
    const [clock] = await this.db.query<{ at: Date }>(selectNow())
    const rows = await this.db.query<DoubtRow>(selectDoubts(sourceId))
    return { doubts: rows.map(doubtOf), as_of: clock!.at.toISOString() }
  }

  async settle(of: DoubtsOf, verdict: DoubtVerdict, by: string | null): Promise<DoubtsSettled> {
    return verdict === "arrived" ? this.arrived(of, by) : this.sendAgain(of, by)
  }

  private async arrived(of: DoubtsOf, by: string | null): Promise<DoubtsSettled> {
    let settled = 0
    for (;;) {
      const rows = await this.db.query<{ id: string }>(settleSaid(mailsOf(of, AT_ONCE), by))
      settled += rows.length
      if (rows.length < AT_ONCE) return { settled, not_possible: 0, has_more: false }
    }
  }

  private async sendAgain(of: DoubtsOf, by: string | null): Promise<DoubtsSettled> {
    const { doubts } = await this.list(of.source_id)
    if (doubts.some(({ type, is_mailing }) => is_mailing && type === of.type))
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        "Mails of a mailing are repeated from its page: “Send again to the missed” makes a draft for those in doubt.",
      )
    const rows = await this.db.query<{ id: string }>(selectDoubtful(mailsOf(of, MOST_AGAIN)))
    let settled = 0
    for (const { id } of rows) if (await this.isSentAgain(id, by)) settled++
    return { settled, not_possible: rows.length - settled, has_more: rows.length === MOST_AGAIN && settled > 0 }
  }

  private async isSentAgain(id: string, by: string | null): Promise<boolean> {
    try {
      await this.services.resends.resend(id, { by })
      return true
    } catch (error) {
      // One that cannot be made again is counted; the others go.
      if (error instanceof MedusaError && error.type === MedusaError.Types.NOT_ALLOWED) return false
      throw error
    }
  }
}

const mailsOf = ({ source_id: sourceId, type: kind, as_of: asOf }: DoubtsOf, limit: number): DoubtfulMails => ({
  sourceId,
  kind,
  asOf,
  limit,
})

const doubtOf = (row: DoubtRow): Doubt => ({
  source_id: row.source_id,
  source_name: row.source_name,
  type: row.kind,
  is_mailing: row.is_mailing,
  count: row.n,
  first_at: row.first_at.toISOString(),
  last_at: row.last_at.toISOString(),
})
