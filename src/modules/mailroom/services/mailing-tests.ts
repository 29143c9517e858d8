import { MedusaError } from "@medusajs/framework/utils"
import type { TestFacts } from "../../../core/mailings/before-you-send"
import type { Database } from "../database"
import { refuseMailing } from "../mailing-refusals"
import { selectLastTest, setTestLookedAt, type LastTestRow } from "../sql/mailing-tests"
import type { MailingService } from "./mailings"

/** The last test mail of a mailing, and whether somebody has looked at it (F33). */
export class MailingTestService {
  constructor(
    private readonly db: Database,
    private readonly services: { mailings: MailingService },
  ) {}

  /** Null: none was sent. */
  async last(mailingId: string): Promise<TestFacts | null> {
    const [row] = await this.db.query<LastTestRow>(selectLastTest(mailingId))
    if (!row) return null
    return {
      messageId: row.message_id,
      status: row.status === "queued" || row.status === "sent" ? row.status : "failed",
      isOlder: row.is_older,
      isLookedAt: row.is_looked_at,
    }
  }

  /** "I have opened it, it is right." Of a test that shows something else than what would be sent it says nothing. */
  async lookedAt(mailingId: string): Promise<void> {
    refuseMailing("edit", (await this.services.mailings.row(mailingId)).state)
    const test = await this.last(mailingId)
    if (test === null || test.isOlder || test.status === "failed")
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        "There is no test of what it says now. Send one, open it, then say that it is right.",
      )
    await this.db.query(setTestLookedAt(mailingId))
  }
}
