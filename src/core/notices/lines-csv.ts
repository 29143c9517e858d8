/** One line of a notice as a table shows it. */
export type FileLine = { order: string; sku: string; title: string; quantity: number }

/** UTF-8 with a byte order mark, semicolons and CRLF, so that Excel opens it by double-click in Europe, too. */
export function linesCsv(head: string[], lines: FileLine[]): string {
  const rows = [head, ...lines.map(({ order, sku, title, quantity }) => [order, sku, title, String(quantity)])]
  return `\uFEFF${rows.map((row) => row.map(cell).join(";")).join("\r\n")}\r\n`
}

/** A cell that begins like a formula is one to Excel; a title comes from whoever may write products. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[;"\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
