import type { PreviewWith } from "./api/content"

/**
 * In which language a preview or a test is made: the translation that is being written; else a real reader's own (null:
 * the server knows it); else the language of the content itself.
 */
export function localeAsked(writing: string | null, own: string, reader: PreviewWith): string | null {
  return writing ?? (Object.keys(reader).length > 0 ? null : own)
}
