import type { Statement } from "../database"

export type MediaRow = {
  id: string
  url: string
  name: string
  mime: string
  width: number
  height: number
  bytes: number
  alt: string
  created_at: Date
}

const COLUMNS = "id, url, name, mime, width, height, bytes, alt, created_at"

export function insertMedia(media: Omit<MediaRow, "created_at"> & { fileId: string; by: string | null }): Statement {
  const { id, fileId, url, name, mime, width, height, bytes, alt, by } = media
  return {
    text: `
      INSERT INTO mailroom.media (id, file_id, url, name, mime, width, height, bytes, alt, created_by)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING ${COLUMNS}`,
    values: [id, fileId, url, name, mime, width, height, bytes, alt, by],
  }
}

/** Newest first, after the one that is given; index media_newest. */
export function selectMedia({ q, after, limit }: { q: string | null; after: string | null; limit: number }): Statement {
  return {
    text: `
      SELECT ${COLUMNS} FROM mailroom.media m
      WHERE archived_at IS NULL AND ($1::text IS NULL OR name ILIKE '%' || $1 || '%' OR alt ILIKE '%' || $1 || '%')
        AND ($2::text IS NULL OR (created_at, id) < (SELECT created_at, id FROM mailroom.media WHERE id = $2))
      ORDER BY created_at DESC, id DESC LIMIT $3`,
    values: [q?.replace(/[\\%_]/g, "\\$&") ?? null, after, limit],
  }
}

export function updateMediaAlt(id: string, alt: string): Statement {
  return {
    text: `UPDATE mailroom.media SET alt = $2 WHERE id = $1 AND archived_at IS NULL RETURNING ${COLUMNS}`,
    values: [id, alt],
  }
}

/** The file stays: mails that were sent show it. */
export function archiveMedia(id: string): Statement {
  return {
    text: `UPDATE mailroom.media SET archived_at = mailroom.now() WHERE id = $1 AND archived_at IS NULL RETURNING id`,
    values: [id],
  }
}
