import { MedusaError } from "@medusajs/framework/utils"
import type { Database, Db } from "../database"
import { refuseMailing, staleMailing } from "../mailing-refusals"
import { correctMailing, selectMailingVersions, type VersionRow } from "../sql/mailing-corrections"
import type { MailingRow } from "../sql/mailings"
import type { Mailing, MailingInput, MailingService } from "./mailings"

export type CorrectionInput = Pick<MailingInput, "subject" | "preheader" | "document">

/** Another text for those who have not got it yet. How it is compiled: runtime/correct-mailing. */
export class MailingCorrectionService {
  constructor(
    private readonly db: Database,
    private readonly mailings: MailingService,
  ) {}

  /** The mailing as it would be with the new text. Throws while it is not paused, and for one with a test of variants. */
  async proposed(id: string, input: CorrectionInput): Promise<MailingRow> {
    const row = await this.mailings.row(id)
    refuseMailing("correct", row.state)
    if (row.ab !== null)
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        "A mailing with variants cannot be corrected: which of them won would mean nothing. Stop it and send a duplicate to those who did not get it.",
      )
    const { subject, preheader, document } = this.mailings.merged(row, input)
    return { ...row, subject, preheader, document }
  }

  /** `store` keeps the compiled text as a version of its own. CONFLICT when somebody changed it meanwhile. */
  async keep(row: MailingRow, revision: number, store: (tx: Db) => Promise<string>): Promise<Mailing> {
    const { id, subject, preheader, document } = row
    const isKept = await this.db
      .transaction(async (tx) => {
        const versionId = await store(tx)
        const kept = await tx.query(correctMailing({ id, revision, subject, preheader, document, versionId }))
        if (kept.length === 0) throw new NotKept()
        return true
      })
      .catch((error: unknown) => {
        if (error instanceof NotKept) return false
        throw error
      })
    if (isKept) return this.mailings.get(id)
    const now = await this.mailings.row(id)
    refuseMailing("correct", now.state)
    throw staleMailing(revision, now.revision)
  }

  /** One row per text, the first one first; none of a mailing with variants, whose texts are compared as such. */
  async versions(id: string): Promise<VersionRow[]> {
    const { ab } = await this.mailings.row(id)
    if (ab !== null) return []
    return this.db.query<VersionRow>(selectMailingVersions(id))
  }
}

/** Takes the version back with its transaction. */
class NotKept extends Error {}
