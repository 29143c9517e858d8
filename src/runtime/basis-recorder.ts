import type { Mailroom } from "../modules/mailroom/mailroom"
import type { Loop } from "./loop"
import { periodic } from "./periodic"

/** Writes recorded bases into the log, a thousand people per transaction (F57). */
export function basisRecorder(mailroom: Mailroom): Loop {
  return periodic(mailroom, "basis-recorder", 2_000, async () => ((await mailroom.bases.step()) ? "more" : "idle"))
}
