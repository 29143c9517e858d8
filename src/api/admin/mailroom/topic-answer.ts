import type { TopicRow } from "../../../modules/mailroom/sql/topics"

/** `Topic` of docs/api.md. */
export function topicAnswer({ id, slug, name, description, visibility, position, subscribers, archived_at }: TopicRow) {
  return { id, slug, name, description, visibility, position, subscribers, is_archived: archived_at !== null }
}
