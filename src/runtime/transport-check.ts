import type { Mailroom } from "../modules/mailroom/mailroom"
import type { Loop } from "./loop"

/** Asks the SMTP server now and then, so that the readiness knows of a dead one before mail piles up. */
export function transportCheck({ readiness }: Mailroom): Loop {
  return {
    name: "transport-check",
    roles: ["server", "worker", "shared"],
    everyMs: 5_000,
    async turn() {
      await readiness.recheckTransport()
      return "idle"
    },
  }
}
