import { pageOf } from "../../../core/reports/cursor"
import type { ContactFilter } from "../../../core/reports/contact-filter"
import { emailState, type EmailState } from "../../../core/reports/email-state"
import { isoOrNull } from "../../../core/reports/outbox-row"
import type { Database } from "../database"
import { pageStart } from "../page-start"
import {
  countContacts,
  ensureSearchIndex,
  estimateContacts,
  selectContactPage,
  selectCountries,
  selectTags,
  type ContactListRow,
} from "../sql/contact-list"

export type ContactListLine = {
  id: string
  name: string | null
  email: string | null
  state: EmailState
  /** When the consent ends by itself (CASL); null where it does not. */
  consent_expires_at: string | null
  locale: string | null
  country: string | null
  tags: string[]
  customer_ids: string[]
  last_interaction_at: string | null
  last_transaction_at: string | null
  created_at: string
}

/** `count` is exact unless `is_more`: then there are more than that, and `estimate` says about how many, where known. */
export type ContactCount = { count: number; is_more: boolean; estimate: number | null }

/** Beyond this a list says "more than": counting a million rows for a number that nobody reads costs a second. */
const MOST_COUNTED = 10_000

/** Contacts by filter, the newest first: made to page through a million as through ten. */
export class ContactListService {
  constructor(private readonly db: Database) {}

  async page(
    filter: ContactFilter,
    { cursor, limit }: { cursor?: string | null; limit: number },
  ): Promise<{ contacts: ContactListLine[]; next_cursor: string | null }> {
    const [after = null] = pageStart(cursor) ?? []
    const rows = await this.db.query<ContactListRow>(selectContactPage(filter, { after, limit: limit + 1 }))
    const { page, next_cursor } = pageOf(rows, limit, ({ id }) => [id])
    return { contacts: page.map(lineOf), next_cursor }
  }

  async count(filter: ContactFilter): Promise<ContactCount> {
    const [row] = await this.db.query<{ n: number }>(countContacts(filter, MOST_COUNTED))
    const isMore = row!.n > MOST_COUNTED
    const estimate = isMore && isEverybody(filter) ? await this.estimate() : null
    return { count: Math.min(row!.n, MOST_COUNTED), is_more: isMore, estimate }
  }

  /** To the last one, for what is about to be done to all of them. */
  async exactCount(filter: ContactFilter): Promise<number> {
    const [row] = await this.db.query<{ n: number }>(countContacts(filter, 2_000_000_000))
    return row!.n
  }

  /** What the filters offer. */
  async choices(): Promise<{ tags: string[]; countries: string[] }> {
    const [tags, countries] = await Promise.all([
      this.db.query<{ name: string }>(selectTags()),
      this.db.query<{ country: string }>(selectCountries()),
    ])
    return { tags: tags.map(({ name }) => name), countries: countries.map(({ country }) => country) }
  }

  /** Null when the search has its index (or has it now), else the database's words why it cannot be made. */
  async ensureSearchIndex(): Promise<string | null> {
    const [row] = await this.db.query<{ problem: string }>(ensureSearchIndex())
    return row!.problem || null
  }

  private async estimate(): Promise<number | null> {
    const [row] = await this.db.query<{ n: string }>(estimateContacts())
    const figure = Number(row!.n)
    return figure > MOST_COUNTED ? figure : null
  }
}

const isEverybody = (filter: ContactFilter) => Object.values(filter).every((part) => part === null)

function lineOf(row: ContactListRow): ContactListLine {
  const { erased_at: erasedAt, email, marketing, suppressions, is_faded: isFaded } = row
  return {
    id: row.id,
    name: [row.first_name, row.last_name].filter(Boolean).join(" ") || null,
    email,
    state: emailState({ isErased: erasedAt !== null, email, marketing, suppressions, isFaded }),
    consent_expires_at: isoOrNull(row.marketing_expires_at),
    locale: row.locale,
    country: row.country,
    tags: row.tags,
    customer_ids: row.customer_ids,
    last_interaction_at: isoOrNull(row.last_interaction_at),
    last_transaction_at: isoOrNull(row.last_transaction_at),
    created_at: row.created_at.toISOString(),
  }
}
