export const CSV_SEPARATORS = [",", ";", "\t", "|"] as const
export type CsvSeparator = (typeof CSV_SEPARATORS)[number]

const LINES_LOOKED_AT = 20

/** The separator that cuts the first lines into the same number of parts, the most of them; a comma when none does. */
export function separatorOf(beginning: string): CsvSeparator {
  const lines = recordsOf(beginning).slice(0, LINES_LOOKED_AT)
  const scored = CSV_SEPARATORS.map((separator) => {
    const counts = lines.map((line) => countOutsideQuotes(line, separator))
    const first = counts[0] ?? 0
    const alike = counts.filter((count) => count === first).length
    return { separator, score: first === 0 ? 0 : alike * 100 + first }
  })
  return scored.reduce((best, one) => (one.score > best.score ? one : best)).separator
}

/** Names of the columns, and whether the first line was one of names: a line with an address in it is already a person. */
export function columnsOf(first: string[]): { columns: string[]; hasHeader: boolean } {
  const hasHeader = !first.some((cell) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(cell.trim()))
  const columns = first.map((cell, n) => (hasHeader && cell.trim()) || `Column ${n + 1}`)
  return { columns, hasHeader }
}

/** Lines as CSV has them: a break inside quotes is none. The last one may be cut off and is left out. */
function recordsOf(text: string): string[] {
  const records: string[] = []
  let isQuoted = false
  let from = 0
  for (let n = 0; n < text.length && records.length <= LINES_LOOKED_AT; n++) {
    if (text[n] === '"') isQuoted = !isQuoted
    if (isQuoted || (text[n] !== "\n" && text[n] !== "\r")) continue
    if (n > from) records.push(text.slice(from, n))
    from = n + 1
  }
  if (records.length === 0 && text.length > from) records.push(text.slice(from))
  return records
}

function countOutsideQuotes(line: string, separator: string): number {
  let isQuoted = false
  let count = 0
  for (const char of line) {
    if (char === '"') isQuoted = !isQuoted
    else if (char === separator && !isQuoted) count++
  }
  return count
}
