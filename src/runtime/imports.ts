import type { Mailroom } from "../modules/mailroom/mailroom"
import type { Loop } from "./loop"
import { periodic } from "./periodic"

/** Two chunks at the database while the next one is read; a stop is heard within a second or two. */
export const IMPORT_PACE = { lanes: 3, forMs: 1_000 }

/**
 * Checks, carries out and takes back imports, a few chunks a turn. One process does this at a time; when it dies, another
 * goes on with what is not committed as soon as its lease has ended.
 */
export function importer(mailroom: Mailroom): Loop {
  return periodic(mailroom, "imports", 1_000, async () =>
    (await mailroom.imports.advance(IMPORT_PACE)) ? "more" : "idle",
  )
}
