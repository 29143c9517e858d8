import { MedusaError } from "@medusajs/framework/utils"
import type { Database } from "../database"
import { refuseMailing } from "../mailing-refusals"
import { selectNow } from "../sql/consent"
import { setTiming, undoSend, type Timing } from "../sql/mailing-schedule"
import type { MailingRow } from "../sql/mailings"
import type { Mailing, MailingService } from "./mailings"

/** In which hours a mailing goes, until when, and the moment in which it can be taken back (F33). */
export class MailingTimingService {
  constructor(
    private readonly db: Database,
    private readonly mailings: MailingService,
  ) {}

  /** Also for one that goes out: what waits keeps to it at once. */
  async change(id: string, timing: Timing): Promise<Mailing> {
    const mailing = await this.mailings.row(id)
    refuseMailing("time", mailing.state)
    await this.mustBeAhead(mailing, timing.notLaterThan)
    if ((await this.db.query(setTiming(id, timing))).length === 0)
      refuseMailing("time", (await this.mailings.row(id)).state)
    return this.mailings.get(id)
  }

  /** A draft again: nothing of it has left, nobody was chosen. */
  async undo(id: string): Promise<Mailing> {
    if ((await this.db.query(undoSend(id))).length === 0) {
      refuseMailing("undo", (await this.mailings.row(id)).state)
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        "The time in which it could be taken back is over: it goes out. Pause it or stop it.",
      )
    }
    return this.mailings.get(id)
  }

  private async mustBeAhead(mailing: MailingRow, end: Date | null): Promise<void> {
    if (end === null) return
    const [clock] = await this.db.query<{ at: Date }>(selectNow())
    const start = mailing.scheduled_at && mailing.scheduled_at > clock!.at ? mailing.scheduled_at : clock!.at
    if (end > start) return
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `"not_later_than" is ${end.toISOString()}, but it only begins at ${start.toISOString()}. Choose a later end.`,
    )
  }
}
