import { DateTime } from "luxon"
import { creditOf, DEFAULT_CREDIT, type CreditCandidate, type CreditRule } from "../../../core/reports/credit-rule"
import type { Database } from "../database"
import {
  insertCredits,
  selectCreditable,
  selectCreditOfOrder,
  selectCreditRule,
  selectRevenue,
  type Credit,
  type CreditableRow,
  type CreditOfOrderRow,
  type RevenueRow,
} from "../sql/order-credits"
import type { SettingsService } from "./settings"

/** `net` as the database counts it, unrounded; one line per currency. */
export type Revenue = { rule: CreditRule; amounts: RevenueRow[] }

/** Where a look at the orders has come to. */
export type CreditCursor = { placedAt: number; orderId: string }

const PAGE = 500

/** Which order counts for which mail, and what a mailing or an automation has earned by that (F44). */
export class OrderCreditService {
  constructor(
    private readonly db: Database,
    private readonly settings: SettingsService,
  ) {}

  /** Looks at a page of the orders of the last days; where to go on, or null at their end. */
  async look(days: number, after: CreditCursor | null): Promise<CreditCursor | null> {
    const { timeZone } = (await this.settings.read()).general
    const rows = await this.db.query<CreditableRow>(selectCreditable({ days, after, limit: PAGE }))
    const credits = rows.flatMap((row) => creditFor(row, timeZone) ?? [])
    if (credits.length > 0) await this.db.query(insertCredits(credits))
    const last = rows.at(-1)
    return rows.length === PAGE && last ? { placedAt: last.placed_at, orderId: last.order_id } : null
  }

  async revenue(sourceId: string): Promise<Revenue> {
    const [[row], amounts] = await Promise.all([
      this.db.query<{ credit: CreditRule }>(selectCreditRule(sourceId)),
      this.db.query<RevenueRow>(selectRevenue(sourceId)),
    ])
    return { rule: row?.credit ?? DEFAULT_CREDIT, amounts }
  }

  /** The mail that brought this order; null: none. */
  async ofOrder(orderId: string): Promise<CreditOfOrderRow | null> {
    const [row] = await this.db.query<CreditOfOrderRow>(selectCreditOfOrder(orderId))
    return row ?? null
  }
}

function creditFor({ order_id, placed_at, candidates }: CreditableRow, timeZone: string): Credit | null {
  const found = creditOf(
    placed_at,
    candidates.map((one) => candidateOf(one, timeZone)),
  )
  const mail = found && candidates.find((one) => one.message_id === found.messageId)
  if (!found || !mail) return null
  return {
    order_id,
    source_id: mail.source_id,
    variant: mail.variant,
    message_id: mail.message_id,
    clicked_at: found.clickedAt === null ? null : new Date(found.clickedAt).toISOString(),
  }
}

function candidateOf(row: CreditableRow["candidates"][number], zone: string): CreditCandidate {
  const { message_id: messageId, rule, sent_at: sentAt, clicked_at: clickedAt, is_code_used: isCodeUsed } = row
  if (rule.by !== "range") return { messageId, rule, sentAt, clickedAt, isCodeUsed }
  const from = DateTime.fromISO(rule.from, { zone }).startOf("day").toMillis()
  const until = DateTime.fromISO(rule.to, { zone }).plus({ days: 1 }).startOf("day").toMillis()
  return { messageId, rule, sentAt, clickedAt, isCodeUsed, range: { from, until } }
}
