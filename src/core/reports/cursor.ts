/** A page's end as the client carries it: opaque, but not secret. Null for a first page or a cursor that is not ours. */
export function readCursor(cursor: string | null | undefined): string[] | null {
  if (!cursor) return null
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"))
    return Array.isArray(parts) && parts.every((part) => typeof part === "string") ? (parts as string[]) : null
  } catch {
    return null
  }
}

export function writeCursor(parts: string[]): string {
  return Buffer.from(JSON.stringify(parts), "utf8").toString("base64url")
}

/** `limit + 1` rows were asked for: the one too many tells that there is a next page. */
export function pageOf<Row>(
  rows: Row[],
  limit: number,
  keyOf: (row: Row) => string[],
): { page: Row[]; next_cursor: string | null } {
  if (rows.length <= limit) return { page: rows, next_cursor: null }
  const page = rows.slice(0, limit)
  return { page, next_cursor: writeCursor(keyOf(page.at(-1)!)) }
}
