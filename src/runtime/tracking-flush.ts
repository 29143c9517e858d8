import type { Mailroom } from "../modules/mailroom/mailroom"
import type { Loop } from "./loop"

/**
 * The batches of opens, clicks and visits flush themselves; this writes down how many could not be stored, forgets whose hands
 * clicked, ends the hold of what was uncertain, and at the end of the process waits until the last batch is in. It runs
 * wherever requests are answered.
 */
export function trackingFlush({ tracking, visits }: Mailroom): Loop {
  return {
    name: "tracking-flush",
    roles: ["server", "worker", "shared"],
    everyMs: 5_000,
    async turn() {
      await tracking.reportUnrecorded()
      await tracking.forgetHands()
      return (await tracking.settleUncertain()) ? "more" : "idle"
    },
    stop: async () => {
      await Promise.all([tracking.drain(), visits.drain()])
    },
  }
}
