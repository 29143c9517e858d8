import { MedusaError } from "@medusajs/framework/utils"
import { readCursor, type CursorPart } from "../../core/reports/cursor"

/** Where a list's page begins: null for the first. INVALID_DATA for a cursor that this list cannot have given. */
export function pageStart(cursor: string | null | undefined, shape?: CursorPart[]): string[] | null {
  if (!cursor) return null
  const parts = readCursor(cursor, shape)
  if (parts) return parts
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `cursor is ${JSON.stringify(cursor)}: not one that this list gave. Take "next_cursor" of its last answer, or leave it out.`,
  )
}
