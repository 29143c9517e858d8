import { FREE_TURN, nextTurn, type DomainTurn } from "../core/messages/domain-limit"
import type { Settings } from "../core/settings/settings"

export type DomainAsked = { domain: string; isNew: boolean; mayWait: boolean; now: number }

/** The turns of the domains that have a limit in the settings (Speed), for this process's share of it. */
export class DomainLimits {
  private readonly turns = new Map<string, DomainTurn>()

  /** Milliseconds that this mail has to wait; 0 = goes now, and has taken its place. */
  waitMs({ domains }: Settings["throttle"], asked: DomainAsked): number {
    const limit = domains.find(({ domain }) => domain === asked.domain)
    if (!limit) return 0
    const { perSecond } = limit
    const { turn, waitMs } = nextTurn(this.turns.get(asked.domain) ?? FREE_TURN, { ...asked, perSecond })
    this.turns.set(asked.domain, turn)
    return waitMs
  }
}
