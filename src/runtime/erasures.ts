import type { Mailroom } from "../modules/mailroom/mailroom"
import type { Loop } from "./loop"
import { periodic } from "./periodic"

/** Looks through the schema for what is left of erased people, some megabytes a turn. */
export function erasures(mailroom: Mailroom): Loop {
  return periodic(mailroom, "erasures", 2_000, async () => ((await mailroom.erasures.advance()) ? "more" : "idle"))
}
