/**
 * One line of RFC 4180. A cell that a spreadsheet would take for a formula gets an apostrophe in front (OWASP, "CSV
 * injection"): names and addresses come from strangers.
 */
export function csvLine(cells: (string | number | null)[]): string {
  return cells.map(cell).join(",") + "\r\n"
}

function cell(value: string | number | null): string {
  if (value === null) return ""
  if (typeof value === "number") return String(value)
  const safe = /^[\s]*[=+\-@\t\r\n|＝＋－＠]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
