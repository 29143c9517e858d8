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
import { RateMeter } from "./rate-meter"

const MOST_DOMAINS = 5000

/** What the heartbeat row says of this process's sending; read by GET /admin/mailroom/health and the metrics. */
export type SendingVitals = {
  /** Mails that a server took since this process began. */
  sent: number
  per_second: number
  breaker: { state: Breaker["kind"]; cause: string | null; needs_merchant: boolean; waits_ms: number }
}

/** What this process has learned of the mail server (breaker) and of the receivers' domains (pace). */
export class SendingHealth {
  private breaker: Breaker = CLOSED_BREAKER
  private readonly paces = new Map<string, DomainPace>()
  private readonly meter = new RateMeter()

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

  vitals(): SendingVitals {
    const { breaker, meter } = this
    const isClosed = breaker.kind === "closed"
    return {
      sent: meter.total,
      per_second: Number(meter.perSecond(performance.now()).toFixed(1)),
      breaker: {
        state: breaker.kind,
        cause: isClosed ? null : breaker.cause,
        needs_merchant: !isClosed && breaker.needsMerchant,
        waits_ms: breaker.kind === "open" ? Math.max(0, breaker.until - Date.now()) : 0,
      },
    }
  }

  accepted(domain: string): void {
    const now = Date.now()
    this.meter.count(performance.now())
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

  /**
   * It took a mail and broke off without a word. Each such mail is in doubt for good, so a server that goes on like that
   * must not be given a whole mailing: after a few the breaker opens as for any other trouble.
   */
  brokeOff(cause: string): void {
    this.fault({ diagnosis: "no answer after the mail", needsMerchant: false }, cause, Date.now())
  }

  private fault(
    { diagnosis, needsMerchant }: Pick<SmtpVerdict, "needsMerchant"> & { diagnosis: string },
    cause: string,
    now: number,
  ): void {
    const before = this.breaker
    const after = breakerAfterFault(before, { cause, needsMerchant }, now)
    this.breaker = after
    if (after.kind !== "open" || before.kind === "open") return
    const wait = `all mail waits ${after.pauseMs / 1000} s`
    const sentence = `Mailroom: the mail server has a problem (${diagnosis}: ${cause}); ${wait}.`
    if (needsMerchant) this.log.error(sentence)
    else this.log.warn(sentence)
  }

  private forgetPaces(now: number): void {
    for (const [domain, pace] of this.paces)
      if (pace.perMinute === null && paceAt(pace, now) !== pace) this.paces.delete(domain)
  }
}
