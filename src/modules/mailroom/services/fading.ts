import { SUNSET_MONTHS } from "../../../core/contacts/fading"
import { pageOf } from "../../../core/reports/cursor"
import type { Database } from "../database"
import { pageStart } from "../page-start"
import { countFading, refreshFading, selectFading, selectRangeEnd, type FadingPerson } from "../sql/fading"
import type { SettingsService } from "./settings"

const DEFAULT_LIMIT = 50

/** The two-year rule as a state with its date, and who is about to come under it (F22). The gate asks the facts itself. */
export class FadingService {
  constructor(
    private readonly db: Database,
    private readonly settings: SettingsService,
  ) {}

  /** One range of people; `last` is where the next begins, null at the end. */
  async refresh(after: string | null, people: number): Promise<{ last: string | null; changed: number }> {
    const { consent } = await this.settings.read()
    const [end] = await this.db.query<{ id: string }>(selectRangeEnd(after, people))
    const last = end?.id ?? null
    const changed = await this.db.query(refreshFading({ from: after, to: last, months: consent.inactiveMonths }))
    return { last, changed: changed.length }
  }

  /** Nobody while the rule is off. Soonest first. */
  async list(query: {
    state: "sunset" | "inactive"
    cursor?: string | null
    limit?: number
  }): Promise<{ people: FadingPerson[]; next_cursor: string | null }> {
    const { consent } = await this.settings.read()
    if (consent.inactiveMonths === null) return { people: [], next_cursor: null }
    const limit = query.limit ?? DEFAULT_LIMIT
    const [fadesAt, id] = pageStart(query.cursor, ["time", "uuid"]) ?? []
    const rows = await this.db.query<FadingPerson>(
      selectFading({
        state: query.state,
        months: consent.inactiveMonths,
        sunsetMonths: SUNSET_MONTHS,
        after: fadesAt && id ? { fadesAt, id } : null,
        limit: limit + 1,
      }),
    )
    const { page, next_cursor } = pageOf(rows, limit, (row) => [row.fades_at.toISOString(), row.contact_id])
    return { people: page, next_cursor }
  }

  async counts(): Promise<{ sunset: number; inactive: number }> {
    const { consent } = await this.settings.read()
    if (consent.inactiveMonths === null) return { sunset: 0, inactive: 0 }
    const [row] = await this.db.query<{ sunset: number; inactive: number }>(
      countFading(consent.inactiveMonths, SUNSET_MONTHS),
    )
    return row!
  }
}
