import type { Mailroom } from "../modules/mailroom/mailroom"
import type { Loop } from "./loop"
import { periodic } from "./periodic"

/** Domains flag themselves, and come back when something reaches them (F21). */
export function deadDomains(mailroom: Mailroom): Loop {
  return periodic(mailroom, "dead-domains", 5 * 60_000, async () => {
    const { flagged, freed } = await mailroom.deadDomains.judge()
    for (const domain of flagged)
      mailroom.log.warn(`Mailroom: nothing is sent to ${domain} for 30 days: its addresses come back as unknown host.`)
    for (const domain of freed) mailroom.log.info(`Mailroom: ${domain} takes mail again.`)
    return "idle"
  })
}
