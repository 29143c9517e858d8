import type { Database } from "../database"
import {
  selectArchive,
  selectArchived,
  selectArchivedTopic,
  type ArchivedMailingRow,
  type ArchivedTopicRow,
} from "../sql/public-archive"

const PAGE = 50

/** The newsletters of a topic that everybody may read (the topic's own choice, off by default). */
export class PublicArchiveService {
  constructor(private readonly db: Database) {}

  /** Null where there is none: no such topic, an internal one, or one that keeps its mail to its readers. */
  async topic(slug: string): Promise<ArchivedTopicRow | null> {
    const [topic] = await this.db.query<ArchivedTopicRow>(selectArchivedTopic(slug))
    return topic ?? null
  }

  /** The newest first; `older` is where the next page begins. */
  async list(topicId: string, before: Date | null): Promise<{ mailings: ArchivedMailingRow[]; older: Date | null }> {
    const rows = await this.db.query<ArchivedMailingRow>(selectArchive(topicId, { before, limit: PAGE + 1 }))
    const mailings = rows.slice(0, PAGE)
    return { mailings, older: rows.length > PAGE ? mailings.at(-1)!.started_at : null }
  }

  async mailing(topicId: string, mailingId: string): Promise<ArchivedMailingRow | null> {
    const [row] = await this.db.query<ArchivedMailingRow>(selectArchived(topicId, mailingId))
    return row ?? null
  }
}
