import type { Statement } from "../database"

export type AttachmentRow = {
  id: string
  file_id: string
  name: string
  mime: string
  bytes: number
  digest: Buffer
  created_at: Date
}

const COLUMNS = "id, file_id, name, mime, bytes, digest, created_at"

/** In the order in which they were added; index mailing_attachment_mailing. */
export function selectAttachments(mailingId: string): Statement {
  return {
    text: `SELECT ${COLUMNS} FROM mailroom.mailing_attachment WHERE mailing_id = $1 ORDER BY created_at, id`,
    values: [mailingId],
  }
}

/**
 * Held until the end of the transaction: two uploads at once must not come to more than a mail takes. A test from before is
 * older than this change.
 */
export function lockDraft(mailingId: string): Statement {
  return {
    text: `
      UPDATE mailroom.mailing SET edited_at = mailroom.now()
      WHERE id = $1 AND state IN ('draft', 'scheduled') AND archived_at IS NULL RETURNING id`,
    values: [mailingId],
  }
}

export function insertAttachment(
  mailingId: string,
  file: Omit<AttachmentRow, "created_at">,
  by: string | null,
): Statement {
  return {
    text: `
      INSERT INTO mailroom.mailing_attachment (id, mailing_id, file_id, name, mime, bytes, digest, created_by)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING ${COLUMNS}`,
    values: [file.id, mailingId, file.file_id, file.name, file.mime, file.bytes, file.digest, by],
  }
}

export function deleteAttachment(mailingId: string, id: string): Statement {
  return {
    text: `DELETE FROM mailroom.mailing_attachment WHERE mailing_id = $1 AND id = $2 RETURNING file_id`,
    values: [mailingId, id],
  }
}

/** A copy has the same files: they lie there once. */
export function copyAttachments(fromMailing: string, toMailing: string, ids: string[]): Statement {
  return {
    text: `
      INSERT INTO mailroom.mailing_attachment (id, mailing_id, file_id, name, mime, bytes, digest, created_by)
      SELECT given.id, $2, a.file_id, a.name, a.mime, a.bytes, a.digest, a.created_by
      FROM (SELECT *, row_number() OVER (ORDER BY created_at, id) AS n FROM mailroom.mailing_attachment WHERE mailing_id = $1) a
      JOIN unnest($3::text[]) WITH ORDINALITY AS given (id, n) USING (n)`,
    values: [fromMailing, toMailing, ids],
  }
}

/** Whether another draft has it, or a version that was sent, as a test too: then the file has to stay. */
export function selectFileIsUsed(fileId: string): Statement {
  return {
    text: `
      SELECT EXISTS (SELECT FROM mailroom.mailing_attachment WHERE file_id = $1) OR EXISTS (
        SELECT FROM mailroom.compiled_template c
        WHERE c.envelope -> 'attachments' @> jsonb_build_array(jsonb_build_object('fileId', $1::text))
      ) AS is_used`,
    values: [fileId],
  }
}
