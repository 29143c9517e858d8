import { MedusaError } from "@medusajs/framework/utils"
import { variantContents } from "../../../core/mailings/ab-test"
import { LIKELY_SPAM, type SpamScore } from "../../../core/mailings/spam-signs"
import { contentSpamScore, spamVerdict, type SpamOverride, type SpamVerdict } from "../../../core/mailings/spam-verdict"
import { contentSchema } from "../../../core/templates/document"
import type { Database, Db } from "../database"
import { refuseMailing } from "../mailing-refusals"
import {
  selectMailingSpam,
  setSpamHold,
  setSpamOverride,
  type MailingSpamRow,
  type SpamHold,
} from "../sql/mailing-spam"
import type { MailingRow } from "../sql/mailings"
import type { MailingService } from "./mailings"
import type { SettingsService } from "./settings"

/** As the admin API answers it. */
export type MailingSpam = SpamScore & {
  level: SpamVerdict["level"]
  /** Nobody would get it: likely spam, and nobody took that upon themselves. */
  is_held: boolean
  /** From here on nobody gets it. */
  limit: number
  override: SpamOverride | null
  /** What was found when it should start: why nobody got it. */
  hold: SpamHold | null
}

const NOTHING: SpamScore = { points: 0, signs: [] }
const LONGEST_REASON = 500

/** Signs of spam in what a mailing says (F40), and who sends it all the same. */
export class MailingSpamService {
  constructor(
    private readonly db: Database,
    private readonly services: { mailings: MailingService; settings: SettingsService },
  ) {}

  async get(mailingId: string): Promise<MailingSpam> {
    return this.of(await this.services.mailings.row(mailingId))
  }

  async of(mailing: Pick<MailingRow, "id" | "subject" | "preheader" | "document" | "ab">): Promise<MailingSpam> {
    const [row] = await this.db.query<MailingSpamRow>(selectMailingSpam(mailing.id))
    const { spam_override: override, spam_hold: hold } = row!
    const { isHeld, ...verdict } = spamVerdict(await this.scoreOf(mailing), override)
    return { ...verdict, is_held: isHeld, limit: LIKELY_SPAM, override, hold }
  }

  /** Somebody takes it upon themselves; holds until the text becomes worse. Null takes it back. */
  async override(mailingId: string, reason: string | null, by: string | null): Promise<MailingSpam> {
    const mailing = await this.services.mailings.row(mailingId)
    const words = reason?.trim() ?? null
    if (words !== null && (words.length < 3 || words.length > LONGEST_REASON))
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `"reason" has ${words.length} characters; it takes 3 to ${LONGEST_REASON}. Say why it may go although it looks like spam.`,
      )
    const { points } = await this.scoreOf(mailing)
    const kept = await this.db.query(setSpamOverride(mailingId, words === null ? null : { reason: words, by, points }))
    if (kept.length === 0) refuseMailing("edit", (await this.services.mailings.row(mailingId)).state)
    return this.get(mailingId)
  }

  /** In the transaction that ends the mailing. */
  async hold(tx: Db, mailingId: string, score: SpamScore): Promise<void> {
    await tx.query(setSpamHold(mailingId, score))
  }

  /** Of the worst of its variants. A document that cannot be read has no words; the checklist says so by itself. */
  private async scoreOf({
    subject,
    preheader,
    document,
    ab,
  }: Pick<MailingRow, "subject" | "preheader" | "document" | "ab">) {
    const { general } = await this.services.settings.read()
    const own = { subject, preheader, document, sender_id: null }
    const scores = (ab ? variantContents(own, ab) : [own]).map((variant) => {
      const content = contentSchema.safeParse(variant)
      return content.success ? contentSpamScore(content.data, general.locale) : NOTHING
    })
    return scores.reduce((worst, one) => (one.points > worst.points ? one : worst))
  }
}
