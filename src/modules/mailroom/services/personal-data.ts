import type { Database } from "../database"
import { PERSONAL_TABLES, selectPersonalMails, selectPersonalRows } from "../sql/personal-data"

export type PersonalRows = Record<string, unknown>[]

/** What every table holds of a person (GDPR art. 15 and 20). */
export class PersonalDataService {
  constructor(private readonly db: Database) {}

  /** Rows by table; tables without any are there with an empty list, so that "nothing" is an answer. */
  async rows(contactId: string): Promise<Record<string, PersonalRows>> {
    const found: Record<string, PersonalRows> = {}
    for (const table of Object.keys(PERSONAL_TABLES)) {
      const rows = await this.db.query<{ row: Record<string, unknown> }>(selectPersonalRows(table, contactId))
      found[table] = rows.map(({ row }) => row)
    }
    return found
  }

  async mails(contactId: string): Promise<(Record<string, unknown> & { id: string })[]> {
    const rows = await this.db.query<{ row: Record<string, unknown> & { id: string } }>(selectPersonalMails(contactId))
    return rows.map(({ row }) => row)
  }
}
