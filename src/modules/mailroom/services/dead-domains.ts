import {
  DEAD_DOMAIN_ADDRESSES,
  DEAD_DOMAIN_CODES,
  DEAD_DOMAIN_DAYS,
  deadUntil,
} from "../../../core/contacts/dead-domain-rule"
import type { Database } from "../database"
import { selectNow } from "../sql/consent"
import {
  closeExpiredDomainFlags,
  selectDomainBounces,
  selectFlaggedDomains,
  selectLastDelivery,
  type DomainBounceRow,
  type FlaggedDomain,
} from "../sql/dead-domains"
import type { SuppressionService } from "./suppression"

/** Domains that give themselves up after host unknown or null MX, and come back after thirty days or a delivery (F21). */
export class DeadDomainService {
  constructor(
    private readonly db: Database,
    private readonly suppression: SuppressionService,
  ) {}

  /** Flags what is dead, frees what lives; answers the names of both. */
  async judge(): Promise<{ flagged: string[]; freed: string[] }> {
    const [clock] = await this.db.query<{ at: Date }>(selectNow())
    await this.db.query(closeExpiredDomainFlags())
    return { freed: await this.freeLiving(), flagged: await this.flagDead(clock!.at) }
  }

  async flagged(): Promise<FlaggedDomain[]> {
    return this.db.query<FlaggedDomain>(selectFlaggedDomains())
  }

  private async flagDead(now: Date): Promise<string[]> {
    const rows = await this.db.query<DomainBounceRow>(
      selectDomainBounces(DEAD_DOMAIN_CODES, DEAD_DOMAIN_DAYS, DEAD_DOMAIN_ADDRESSES),
    )
    const flagged: string[] = []
    for (const domain of new Set(rows.map((row) => row.domain))) {
      const bounces = rows
        .filter((row) => row.domain === domain)
        .map(({ address_hash: addressHash, code, at }) => ({ addressHash, code, at }))
      const last = bounces.at(-1)!.at
      const expiresAt = deadUntil(bounces, { lastDeliveryAt: await this.lastDelivery(domain, last), now })
      if (!expiresAt) continue
      const addresses = new Set(bounces.map(({ addressHash }) => addressHash)).size
      await this.suppression.suppress(this.db, {
        domain,
        scope: "all",
        reason: "hard_bounce",
        source: "domain_rule",
        evidence: { addresses, codes: [...new Set(bounces.map(({ code }) => code))] },
        by: "system",
        expiresAt,
      })
      flagged.push(domain)
    }
    return flagged
  }

  private async freeLiving(): Promise<string[]> {
    const freed: string[] = []
    for (const { id, domain, created_at } of await this.flagged()) {
      if ((await this.lastDelivery(domain, created_at)) === null) continue
      await this.suppression.lift(this.db, { id, by: "system", reason: "a mail was delivered there" })
      freed.push(domain)
    }
    return freed
  }

  private async lastDelivery(domain: string, since: Date): Promise<Date | null> {
    const [row] = await this.db.query<{ at: Date | null }>(selectLastDelivery(domain, since))
    return row?.at ?? null
  }
}
