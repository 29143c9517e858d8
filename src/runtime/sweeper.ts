import { RESEND_DOUBTFUL_AFTER_MS } from "../core/messages/settlement"
import type { Mailroom } from "../modules/mailroom/mailroom"
import { sweepLeases, type SweptRow } from "../modules/mailroom/sql/sweep-leases"
import type { Loop } from "./loop"

const MOST = 500

/** Finds messages whose worker died: gives them back when they surely did not leave, shows them as in doubt when they may have. */
export function sweeper(mailroom: Mailroom, everyMs = 15_000): Loop {
  return {
    name: "sweeper",
    roles: ["worker", "shared"],
    everyMs,
    async turn() {
      const rows = await mailroom.db.query<SweptRow>(
        sweepLeases({ limit: MOST, resendAfterMs: RESEND_DOUBTFUL_AFTER_MS }),
      )
      const count = (what: SweptRow["what"]) => rows.filter((row) => row.what === what).length
      if (rows.length > 0)
        mailroom.log.warn(
          `Mailroom: ${rows.length} leases ended without a word: ${count("requeued")} back in the queue, ` +
            `${count("resend")} receipts in doubt, sent once more in 15 minutes, ${count("in_doubt")} in doubt, ` +
            `${count("poison")} given up.`,
        )
      return rows.length === MOST ? "more" : "idle"
    },
  }
}
