import type { Mailroom } from "../modules/mailroom/mailroom"
import type { Loop } from "./loop"
import { periodic } from "./periodic"

/**
 * Checks, carries out and takes back imports, one chunk a turn. One process does this at a time; when it dies, another
 * goes on after the last whole chunk as soon as its lease has ended.
 */
export function importer(mailroom: Mailroom): Loop {
  return periodic(mailroom, "imports", 1_000, async () => ((await mailroom.imports.advance()) ? "more" : "idle"))
}
