import { createHash } from "node:crypto"
import { csvOf, type NoticeFile } from "../core/notices/notice-context"
import { attachedPart, type AttachedPart } from "../rendering/attached-part"
import { linesPdf } from "../rendering/lines-pdf"

/** The lines of a notice as a file, made from its variables when the mail leaves; null for a mail without one. */
export async function noticeFileOf(context: Record<string, unknown>): Promise<AttachedPart | null> {
  const file = context.file as NoticeFile | undefined
  if (!file) return null
  const content = file.kind === "csv" ? Buffer.from(csvOf(file), "utf8") : await linesPdf(file)
  const mime = file.kind === "csv" ? "text/csv; charset=utf-8" : "application/pdf"
  return attachedPart([{ name: file.name, mime, digest: createHash("sha256").update(content).digest("hex"), content }])
}
