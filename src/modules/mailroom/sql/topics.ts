import type { Statement } from "../database"

export type TopicTranslations = Record<string, { name?: string; description?: string }>

export type TopicArchive = "off" | "unlisted" | "indexed"

export type TopicRow = {
  id: string
  slug: string
  name: string
  description: string | null
  translations: TopicTranslations
  visibility: "public" | "internal"
  position: number
  is_default_on: boolean
  is_double_opt_in: boolean
  /** Whether everybody may read what was sent to it: not, by its address, or search engines, too. */
  archive: TopicArchive
  archived_at: Date | null
  subscribers: number
  /** Mailings that are or will be sent to it, drafts included. */
  mailings: number
}

const TOPIC = `
  SELECT t.id, t.slug, t.name, t.description, t.translations, t.visibility, t.position, t.is_default_on,
    t.is_double_opt_in, t.archive, t.archived_at,
    (SELECT count(*)::int FROM mailroom.subscription s JOIN mailroom.contact_address a ON a.id = s.address_id
     WHERE s.topic_id = t.id AND s.state = 'subscribed' AND a.marketing = 'subscribed') AS subscribers,
    (SELECT count(*)::int FROM mailroom.mailing g WHERE g.topic_id = t.id AND g.archived_at IS NULL) AS mailings
  FROM mailroom.topic t`

export function selectTopics(): Statement {
  return { text: `${TOPIC} ORDER BY t.archived_at IS NOT NULL, t.position, t.name`, values: [] }
}

export function selectTopic(id: string): Statement {
  return { text: `${TOPIC} WHERE t.id = $1`, values: [id] }
}

export type PublicTopicRow = {
  id: string
  slug: string
  name: string
  translations: TopicTranslations
  is_double_opt_in: boolean
}

/** Public, unarchived topics by id or slug, for sign-ups. */
export function selectPublicTopics(idsOrSlugs: string[]): Statement {
  return {
    text: `SELECT id, slug, name, translations, is_double_opt_in FROM mailroom.topic
           WHERE (id = ANY($1::text[]) OR slug = ANY($1::text[])) AND visibility = 'public' AND archived_at IS NULL ORDER BY position`,
    values: [idsOrSlugs],
  }
}

/** What a new customer is put into where the law allows it. */
export function selectDefaultTopicIds(): Statement {
  return {
    text: `SELECT id FROM mailroom.topic WHERE is_default_on AND visibility = 'public' AND archived_at IS NULL ORDER BY position`,
    values: [],
  }
}

export type TopicInput = {
  name: string
  slug: string
  description: string | null
  visibility: "public" | "internal"
  translations: TopicTranslations
  is_default_on: boolean
  is_double_opt_in: boolean
  archive: TopicArchive
}

const fieldsOf = (topic: TopicInput) => [
  topic.slug,
  topic.name,
  topic.description,
  topic.visibility,
  JSON.stringify(topic.translations),
  topic.is_default_on,
  topic.is_double_opt_in,
  topic.archive,
]

/** Behind the others. Nothing is returned when the slug is taken. */
export function insertTopic(id: string, topic: TopicInput): Statement {
  return {
    text: `
      INSERT INTO mailroom.topic (id, slug, name, description, visibility, translations, is_default_on, is_double_opt_in, archive, position)
      SELECT $1, $2, $3, $4, $5, $6::jsonb, $7, $8, $9, coalesce(max(position), 0) + 1 FROM mailroom.topic
      ON CONFLICT (slug) DO NOTHING RETURNING id`,
    values: [id, ...fieldsOf(topic)],
  }
}

export function updateTopic(id: string, topic: TopicInput & { isArchived: boolean }): Statement {
  return {
    text: `
      UPDATE mailroom.topic SET slug = $2, name = $3, description = $4, visibility = $5, translations = $6::jsonb,
        is_default_on = $7, is_double_opt_in = $8, archive = $9,
        archived_at = CASE WHEN $10 THEN coalesce(archived_at, mailroom.now()) END, updated_at = mailroom.now()
      WHERE id = $1 AND NOT EXISTS (SELECT FROM mailroom.topic o WHERE o.slug = $2 AND o.id <> $1)
      RETURNING id`,
    values: [id, ...fieldsOf(topic), topic.isArchived],
  }
}

/** The order in which people and owners see them; topics that are not named come after. */
export function orderTopics(ids: string[]): Statement {
  return {
    text: `
      UPDATE mailroom.topic t SET position = o.position, updated_at = mailroom.now()
      FROM (
        SELECT id, row_number() OVER (ORDER BY array_position($1::text[], id), position, name)::int AS position FROM mailroom.topic
      ) o WHERE o.id = t.id AND t.position <> o.position`,
    values: [ids],
  }
}

export type TopicUse = { mailings: string[]; is_known: boolean }

/** What would miss the topic: mailings by name, and whether anybody ever said anything about it. */
export function selectTopicUse(id: string): Statement {
  return {
    text: `
      SELECT
        ARRAY(SELECT coalesce(name, nullif(subject, ''), id) FROM mailroom.mailing
              WHERE topic_id = $1 AND archived_at IS NULL ORDER BY created_at DESC LIMIT 20) AS mailings,
        EXISTS (SELECT FROM mailroom.subscription WHERE topic_id = $1)
          OR EXISTS (SELECT FROM mailroom.suppression WHERE topic_id = $1)
          OR EXISTS (SELECT FROM mailroom.mailing WHERE topic_id = $1)
          OR EXISTS (SELECT FROM mailroom.message WHERE topic_id = $1)
          OR EXISTS (SELECT FROM mailroom.consent_log WHERE topic_id = $1) AS is_known`,
    values: [id],
  }
}

export function deleteTopic(id: string): Statement {
  return { text: `DELETE FROM mailroom.topic WHERE id = $1`, values: [id] }
}
