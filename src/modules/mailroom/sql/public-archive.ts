import type { Statement } from "../database"

export type ArchivedTopicRow = {
  id: string
  slug: string
  name: string
  description: string | null
  translations: Record<string, { name?: string; description?: string }>
  archive: "unlisted" | "indexed"
}

/** A topic whose newsletters everybody may read. */
export function selectArchivedTopic(slug: string): Statement {
  return {
    text: `SELECT id, slug, name, description, translations, archive FROM mailroom.topic
           WHERE slug = $1 AND archive <> 'off' AND visibility = 'public'`,
    values: [slug],
  }
}

export type ArchivedMailingRow = {
  id: string
  subject: string
  preheader: string
  started_at: Date
  sender_id: string | null
  template_version_id: string
}

/** What the archive shows: newsletters that went out to the end and were not taken out of it, the newest first. */
const SHOWN = `
  SELECT m.id, m.subject, m.preheader, m.started_at, m.sender_id, m.template_version_id FROM mailroom.mailing m
  WHERE m.topic_id = $1 AND m.kind = 'newsletter' AND m.state = 'sent' AND m.in_archive AND m.template_version_id IS NOT NULL`

export function selectArchive(topicId: string, page: { before: Date | null; limit: number }): Statement {
  return {
    text: `${SHOWN} AND ($2::timestamptz IS NULL OR m.started_at < $2) ORDER BY m.started_at DESC, m.id DESC LIMIT $3`,
    values: [topicId, page.before, page.limit],
  }
}

export function selectArchived(topicId: string, mailingId: string): Statement {
  return { text: `${SHOWN} AND m.id = $2`, values: [topicId, mailingId] }
}
