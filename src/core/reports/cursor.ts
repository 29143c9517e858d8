import { UUID } from "./uuid"

/** What a part of a cursor must be, so that it may go to a statement as it is. */
export type CursorPart = "uuid" | "time" | "text"

const FITS: Record<CursorPart, (part: string) => boolean> = {
  uuid: (part) => UUID.test(part),
  time: (part) => /^\d{4}-\d{2}-\d{2}T/.test(part) && !Number.isNaN(Date.parse(part)),
  text: (part) => part.length <= 200 && !part.includes("\0"),
}

/**
 * A page's end as the client carries it: opaque, but not secret. Null for a first page and for a cursor that this list
 * (whose key has this `shape`) cannot have given.
 */
export function readCursor(cursor: string | null | undefined, shape: CursorPart[] = ["uuid"]): string[] | null {
  const parts = cursor ? partsOf(cursor) : []
  return parts.length === shape.length && shape.every((kind, n) => FITS[kind](parts[n]!)) ? parts : null
}

function partsOf(cursor: string): string[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"))
    return Array.isArray(parts) && parts.every((part) => typeof part === "string") ? (parts as string[]) : []
  } catch {
    return []
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
