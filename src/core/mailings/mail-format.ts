/** What a mail is made of: HTML beside a text part, or the text alone. */
export const MAIL_FORMATS = ["html", "text"] as const
export type MailFormat = (typeof MAIL_FORMATS)[number]

/**
 * As it goes out. Opens and clicks can be seen in HTML alone: while a mail is tracked its format is locked to HTML, and a
 * text goes out wrapped in it (F29). What was chosen stays, for when tracking is switched off again.
 */
export function sentAs({ format, is_tracked }: { format: MailFormat; is_tracked: boolean }): MailFormat {
  return is_tracked ? "html" : format
}
