import type { ContactFilter } from "../../../core/reports/contact-filter"
import { csvLine } from "../../../core/reports/csv"
import { isoOrNull } from "../../../core/reports/outbox-row"
import type { Database } from "../database"
import { selectContactFields, type ContactFieldRow } from "../sql/contact-fields"
import {
  selectConsentExport,
  selectContactExport,
  selectSuppressionExport,
  type ConsentExportRow,
  type ContactExportRow,
  type SuppressionExportRow,
} from "../sql/exports"

const PIECE = 2_000

/**
 * Everything as CSV, piece by piece: memory holds two thousand rows whatever the size, and no transaction stays open while
 * somebody's network takes its time. Cells that a spreadsheet would take for a formula are escaped.
 */
export class ExportService {
  constructor(private readonly db: Database) {}

  async *contacts(filter: ContactFilter): AsyncGenerator<string> {
    const fields = await this.db.query<ContactFieldRow>(selectContactFields())
    yield csvLine([...CONTACT_COLUMNS, ...fields.map(({ key }) => key)])
    const read = (after: string | null) =>
      this.db.query<ContactExportRow>(selectContactExport(filter, { after, limit: PIECE }))
    yield* pieces(read, (row) => csvLine([...contactCells(row), ...fields.map(({ key }) => textOf(row.fields[key]))]))
  }

  async *suppressions(): AsyncGenerator<string> {
    yield csvLine([
      "address_or_domain",
      "kind",
      "scope",
      "topic",
      "reason",
      "source",
      "since",
      "expires_at",
      "lifted_at",
    ])
    const read = (after: string | null) => this.db.query<SuppressionExportRow>(selectSuppressionExport(after, PIECE))
    yield* pieces(read, (row) =>
      csvLine([
        row.who ?? "(erased)",
        row.is_domain ? "domain" : "address",
        row.scope,
        row.topic,
        row.reason,
        row.source,
        isoOrNull(row.created_at),
        isoOrNull(row.expires_at),
        isoOrNull(row.lifted_at),
      ]),
    )
  }

  async *consent(): AsyncGenerator<string> {
    yield csvLine(CONSENT_COLUMNS)
    const read = (after: string | null) => this.db.query<ConsentExportRow>(selectConsentExport(after ?? "0", PIECE))
    yield* pieces(read, (row) =>
      csvLine([
        row.contact_id,
        row.seq,
        row.email ?? "(erased)",
        row.purpose,
        row.topic,
        row.action,
        row.basis,
        row.wording,
        row.wording_locale,
        row.source,
        row.method,
        row.actor,
        isoOrNull(row.at),
        row.page_url,
        row.ip,
        row.hash.toString("hex"),
      ]),
    )
  }
}

const CONTACT_COLUMNS = [
  "email",
  "first_name",
  "last_name",
  "locale",
  "country",
  "time_zone",
  "birthday",
  "tags",
  "status",
  "basis",
  "consented_at",
  "consent_expires_at",
  "tracking",
  "topics",
  "held_by",
  "last_transaction_at",
  "last_interaction_at",
  "created_at",
]

const CONSENT_COLUMNS = [
  "contact_id",
  "number",
  "email",
  "purpose",
  "topic",
  "action",
  "basis",
  "wording",
  "wording_locale",
  "source",
  "method",
  "actor",
  "at",
  "page_url",
  "ip",
  "hash",
]

function contactCells(row: ContactExportRow): (string | null)[] {
  return [
    row.email ?? "(erased)",
    row.first_name,
    row.last_name,
    row.locale,
    row.country,
    row.time_zone,
    row.birthday,
    row.tags.join(", "),
    row.marketing,
    row.marketing_basis,
    isoOrNull(row.marketing_since),
    isoOrNull(row.marketing_expires_at),
    row.tracking,
    row.topics.join(", "),
    row.held_by.join(", "),
    isoOrNull(row.last_transaction_at),
    isoOrNull(row.last_interaction_at),
    isoOrNull(row.created_at),
  ]
}

const textOf = (value: unknown) => (value === null || value === undefined ? null : String(value))

async function* pieces<Row extends { id: string }>(
  read: (after: string | null) => Promise<Row[]>,
  line: (row: Row) => string,
): AsyncGenerator<string> {
  let after: string | null = null
  for (;;) {
    const rows: Row[] = await read(after)
    if (rows.length === 0) return
    yield rows.map(line).join("")
    after = rows.at(-1)!.id
  }
}
