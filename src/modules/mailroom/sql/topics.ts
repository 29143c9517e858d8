import type { Statement } from "../database"

export type TopicRow = {
  id: string
  slug: string
  name: string
  description: string | null
  translations: Record<string, { name?: string; description?: string }>
  visibility: "public" | "internal"
  position: number
  is_default_on: boolean
  archived_at: Date | null
  subscribers: number
}

const TOPIC = `
  SELECT t.id, t.slug, t.name, t.description, t.translations, t.visibility, t.position, t.is_default_on, t.archived_at,
    (SELECT count(*)::int FROM mailroom.subscription s JOIN mailroom.contact_address a ON a.id = s.address_id
     WHERE s.topic_id = t.id AND s.state = 'subscribed' AND a.marketing = 'subscribed') AS subscribers
  FROM mailroom.topic t`

export function selectTopics(): Statement {
  return { text: `${TOPIC} ORDER BY t.archived_at IS NOT NULL, t.position, t.name`, values: [] }
}

export function selectTopic(id: string): Statement {
  return { text: `${TOPIC} WHERE t.id = $1`, values: [id] }
}

/** Ids of public, unarchived topics by id or slug, for sign-ups. */
export function selectPublicTopicIds(idsOrSlugs: string[]): Statement {
  return {
    text: `SELECT id, slug, name, translations FROM mailroom.topic
           WHERE (id = ANY($1::text[]) OR slug = ANY($1::text[])) AND visibility = 'public' AND archived_at IS NULL ORDER BY position`,
    values: [idsOrSlugs],
  }
}

export type TopicInput = { name: string; slug: string; description: string | null; visibility: "public" | "internal" }

/** Behind the others. Nothing is returned when the slug is taken. */
export function insertTopic(id: string, topic: TopicInput): Statement {
  return {
    text: `
      INSERT INTO mailroom.topic (id, slug, name, description, visibility, position)
      SELECT $1, $2, $3, $4, $5, coalesce(max(position), 0) + 1 FROM mailroom.topic
      ON CONFLICT (slug) DO NOTHING RETURNING id`,
    values: [id, topic.slug, topic.name, topic.description, topic.visibility],
  }
}

export function updateTopic(id: string, topic: TopicInput & { isArchived: boolean }): Statement {
  return {
    text: `
      UPDATE mailroom.topic SET slug = $2, name = $3, description = $4, visibility = $5,
        archived_at = CASE WHEN $6 THEN coalesce(archived_at, mailroom.now()) END, updated_at = mailroom.now()
      WHERE id = $1 AND NOT EXISTS (SELECT FROM mailroom.topic o WHERE o.slug = $2 AND o.id <> $1)
      RETURNING id`,
    values: [id, topic.slug, topic.name, topic.description, topic.visibility, topic.isArchived],
  }
}
