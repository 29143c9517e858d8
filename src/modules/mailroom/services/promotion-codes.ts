import { codeOf, costOf } from "../../../core/promotions/promotion-code"
import type { PromotionContext } from "../../../core/shop/promotions"
import type { PromotionSettings } from "../../../core/automations/nodes/promotion"
import type { Database } from "../database"
import {
  markChecked,
  markMinted,
  markRemoved,
  markUsed,
  reservePromotionCode,
  selectCodesToCheck,
  selectExpiredCodes,
  selectPromotionCode,
  selectPromotionFigures,
  selectUnusedCodes,
  selectUsableCodes,
  takeCodesOut,
  type PromotionCodeRow,
  type PromotionFigures,
} from "../sql/promotion-codes"
import type { KeyringService } from "./keyring"

export type Reservation = {
  /** What makes it this code and no other, e.g. `auto:{enrolment}:{node}:{visit}`. */
  key: string
  settings: PromotionSettings
  automationId: string
  node: string
  enrolmentId: string | null
  contactId: string | null
  expiresAt: Date
}

/** One-use codes of entrants (F31), from the reservation under the ceiling to their use or removal. */
export class PromotionCodeService {
  constructor(
    private readonly db: Database,
    private readonly keyring: KeyringService,
  ) {}

  /** The same key has the same code for ever. Null: the step's ceiling is reached. */
  async reserve({ key, settings, ...of }: Reservation): Promise<PromotionCodeRow | null> {
    const [known] = await this.db.query<PromotionCodeRow>(selectPromotionCode(key))
    if (known) return known
    const { type, value, currency, ceiling } = settings
    const [made] = await this.db.query<PromotionCodeRow>(
      reservePromotionCode({
        ...of,
        key,
        code: codeOf(settings.prefix, await this.keyring.codeHash(key)),
        terms: { type, value, currency: type === "fixed" ? currency : null },
        cost: costOf({ type, value, typicalOrder: settings.typicalOrder ?? 0 }),
        ceiling,
        currency,
      }),
    )
    return made ?? null
  }

  async minted(key: string, promotionId: string): Promise<void> {
    await this.db.query(markMinted(key, promotionId))
  }

  /** `{{ promotion.… }}` by enrolment; nothing for who has none, or has used it: then the block disappears. */
  async usable(enrolmentIds: string[], db: Pick<Database, "query"> = this.db): Promise<Map<string, PromotionContext>> {
    if (enrolmentIds.length === 0) return new Map()
    type Row = { enrolment_id: string; code: string; terms: PromotionContext; expires_at: Date | null }
    const rows = await db.query<Row>(selectUsableCodes(enrolmentIds))
    return new Map(
      rows.map(({ enrolment_id: id, code, terms, expires_at: at }) => [
        id,
        {
          code,
          type: terms.type,
          value: String(terms.value),
          currency: terms.currency?.toUpperCase() ?? null,
          expiresAt: at?.toISOString() ?? null,
        },
      ]),
    )
  }

  toCheck(limit: number): Promise<{ id: string; code: string }[]> {
    return this.db.query(selectCodesToCheck(limit))
  }

  async checked(ids: string[], redeemedCodes: string[]): Promise<void> {
    await this.db.query(markChecked(ids, redeemedCodes))
  }

  /** Which of these nobody has used, as far as is known here. */
  async unused(codes: string[]): Promise<Set<string>> {
    const rows = await this.db.query<{ code: string }>(selectUnusedCodes(codes))
    return new Set(rows.map(({ code }) => code))
  }

  async used(codes: string[]): Promise<void> {
    await this.db.query(markUsed(codes))
  }

  /** What is kept of these mails does not show a code any more. */
  async takenOut(messageIds: string[]): Promise<void> {
    await this.db.query(takeCodesOut(messageIds))
  }

  expired(limit: number): Promise<{ id: string; code: string; promotion_id: string | null }[]> {
    return this.db.query(selectExpiredCodes(limit))
  }

  async removed(ids: string[]): Promise<void> {
    await this.db.query(markRemoved(ids))
  }

  /** By step of an automation: codes out, used, taken back, and what they cost at most. */
  figures(automationId: string): Promise<PromotionFigures[]> {
    return this.db.query<PromotionFigures>(selectPromotionFigures(automationId))
  }
}
