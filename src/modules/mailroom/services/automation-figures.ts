import { MedusaError } from "@medusajs/framework/utils"
import { UUID } from "../../../core/reports/uuid"
import type { Database } from "../database"
import {
  selectFigures,
  selectNodeNumbers,
  selectOutcomes,
  type FiguresRow,
  type NodeNumbersRow,
} from "../sql/automation-figures"
import type { OrderCreditService } from "./order-credits"

export type AutomationFigures = Omit<FiguresRow, "id"> & { revenue: { currency: string; amount: string }[] }
export type NodeNumbers = NodeNumbersRow & { entered: number }

/** Kept for ten times as long as it took: the list is asked again and again, and reads a million rows in a large shop. */
const KEPT_TIMES = 10

/** What automations did, in numbers. Reads only. */
export class AutomationFigureService {
  private readonly kept = new Map<string, { until: number; rows: Promise<FiguresRow[]> }>()

  constructor(
    private readonly db: Database,
    private readonly orderCredits: OrderCreditService,
  ) {}

  async of(ids: string[]): Promise<Map<string, AutomationFigures>> {
    const rows = await this.rows(ids)
    const revenues = await Promise.all(ids.map((id) => this.orderCredits.revenue(id)))
    return new Map(
      rows.map(({ id, ...figures }) => {
        const revenue = revenues[ids.indexOf(id)]!.amounts.map(({ currency, net }) => ({ currency, amount: net }))
        return [id, { ...figures, revenue }] as const
      }),
    )
  }

  /** Of one version, or of all together. `entered` is everybody who ever stood there. */
  async nodes(automationId: string, versionId: string | null = null): Promise<NodeNumbers[]> {
    if (versionId && !UUID.test(versionId))
      throw new MedusaError(MedusaError.Types.NOT_FOUND, `There is no version "${versionId}".`)
    const rows = await this.db.query<NodeNumbersRow>(selectNodeNumbers({ automationId, versionId }))
    return rows.map((row) => ({ ...row, entered: Object.values(row.left).reduce((sum, n) => sum + n, row.here) }))
  }

  async outcomes(automationId: string): Promise<{ state: string; outcome: string | null; n: number }[]> {
    return this.db.query(selectOutcomes(automationId))
  }

  private rows(ids: string[]): Promise<FiguresRow[]> {
    const key = ids.join()
    const known = this.kept.get(key)
    const asked = performance.now()
    if (known && asked < known.until) return known.rows
    const rows = this.db.query<FiguresRow>(selectFigures(ids))
    const entry = { until: Infinity, rows }
    this.kept.clear()
    this.kept.set(key, entry)
    void rows.then(
      () => (entry.until = performance.now() + KEPT_TIMES * (performance.now() - asked)),
      () => this.kept.delete(key),
    )
    return rows
  }
}
