import {
  FREE_PACE,
  paceAfterDeferral,
  paceAfterSend,
  paceAt,
  paceWaitMs,
  type DomainPace,
} from "../core/messages/domain-pace"
import type { SmtpVerdict } from "../core/messages/smtp-verdict"
import {
  breakerAfterFault,
  breakerAfterSuccess,
  breakerAllows,
  breakerProbes,
  CLOSED_BREAKER,
  type Breaker,
} from "../core/messages/transport-breaker"
import type { Log } from "../modules/mailroom/mailroom"

const MOST_DOMAINS = 5000

/** What this process has learned of the mail server (breaker) and of the receivers' domains (pace). */
export class SendingHealth {
  private breaker: Breaker = CLOSED_BREAKER
  private readonly paces = new Map<string, DomainPace>()

  constructor(private readonly log: Log) {}

  /** Mails that may be on the way at once; 0 while the breaker is open. */
  allowed(capacity: number): number {
    return breakerAllows(this.breaker, capacity, Date.now())
  }

  /** One mail is let through to find out. */
  probe(): void {
    this.breaker = breakerProbes(this.breaker, Date.now())
  }

  /** Milliseconds that a message to this domain has to wait, being the `place`-th of its batch. */
  waitMs(domain: string, place: number): number {
    const pace = this.paces.get(domain)
    return pace ? paceWaitMs(pace, place, Date.now()) : 0
  }

  accepted(domain: string): void {
    const now = Date.now()
    this.breaker = breakerAfterSuccess(this.breaker, now)
    this.paces.set(domain, paceAfterSend(this.paces.get(domain) ?? FREE_PACE, now))
    if (this.paces.size > MOST_DOMAINS) this.forgetPaces(now)
  }

  refused(domain: string, verdict: SmtpVerdict, cause: string): void {
    const now = Date.now()
    if (verdict.slowsDomain) this.paces.set(domain, paceAfterDeferral(this.paces.get(domain) ?? FREE_PACE, now))
    // A server that refuses one mail politely is well.
    if (verdict.at !== "transport" && verdict.at !== "sender") this.breaker = breakerAfterSuccess(this.breaker, now)
    else this.fault(verdict, cause, now)
  }

  private fault(verdict: SmtpVerdict, cause: string, now: number): void {
    const before = this.breaker
    const after = breakerAfterFault(before, { cause, needsMerchant: verdict.needsMerchant }, now)
    this.breaker = after
    if (after.kind !== "open" || before.kind === "open") return
    const wait = `all mail waits ${after.pauseMs / 1000} s`
    const sentence = `Mailroom: the mail server has a problem (${verdict.diagnosis}: ${cause}); ${wait}.`
    if (verdict.needsMerchant) this.log.error(sentence)
    else this.log.warn(sentence)
  }

  private forgetPaces(now: number): void {
    for (const [domain, pace] of this.paces)
      if (pace.perMinute === null && paceAt(pace, now) !== pace) this.paces.delete(domain)
  }
}
