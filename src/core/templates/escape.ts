const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" }

/** For text and for quoted attributes alike: no value can leave the place it was put into. */
export function escapeHtml(text: string): string {
  return /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (char) => ESCAPES[char]!) : text
}

/**
 * One line for a header or a subject: line breaks and tabs become spaces, other control characters and the invisible
 * marks that reorder text go away (RFC 5322 forbids the first, mail clients are fooled by the second).
 */
export function oneLine(text: string): string {
  return text
    .replace(/[\t\r\n\u0085\u2028\u2029]+/g, " ")
    .replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, "")
    .replace(/ {2,}/g, " ")
    .trim()
}

/** For a style attribute or sheet: colours, lengths and names pass, nothing that could open a rule or load a file. */
export function cssValue(text: string): string {
  return text.replace(/[^\w#%.,\- ]/g, "")
}
