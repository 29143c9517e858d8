import { classifyReply } from "../core/messages/classify-reply"
import {
  FREE_PACE,
  paceAfterDeferral,
  paceAfterSend,
  paceAt,
  paceWaitMs,
  type DomainPace,
} from "../core/messages/domain-pace"
import { maskReply } from "../core/messages/mask-reply"
import { decideSettlement } from "../core/messages/settlement"
import type { BounceClass, SmtpFault, SmtpVerdict } from "../core/messages/smtp-verdict"
import { EMPTY_BUCKET, takeTokens } from "../core/messages/token-bucket"
import {
  breakerAfterFault,
  breakerAfterSuccess,
  breakerAllows,
  breakerProbes,
  CLOSED_BREAKER,
  type Breaker,
} from "../core/messages/transport-breaker"
import type { CompiledTemplate } from "../core/templates/contexts"
import type { Mailroom } from "../modules/mailroom/mailroom"
import type { DeliveryFacts } from "../modules/mailroom/sql/delivery-facts"
import { storeDynamicLinks } from "../modules/mailroom/sql/dynamic-links"
import { isDatabaseAway } from "../modules/mailroom/database"
import { TransportFailure, type Accepted } from "../transports/port"
import { composeMail, type ComposedMail } from "./compose-mail"
import { FenceLost, type DeliveryLedger, type FinalNews } from "./delivery-ledger"
import type { Conditions, SendingConditions } from "./sending-conditions"

/** A message that passed the gate, with all that its mail is made of. */
export type Ready = {
  facts: DeliveryFacts
  context: Record<string, unknown>
  template: CompiledTemplate & { locale?: string }
  token: string
  laneId: number
  isBulk: boolean
  weight: number
  domain: string
  attempts: number
  doubts: number
  firstAttemptAt: Date
}

/** Where kill tests stop the process; see docs/delivery.md for what each moment means. */
export type Step = "claimed" | "handed" | "accepted"
export type OnStep = (step: Step, messageId: string) => void

/** Of the connections this part is never taken by bulk, once there are enough of them. */
const BULK_SHARE = 0.8

/** Brings ready messages onto the connections, receipts first, as fast as limits, breaker and receivers allow. */
export class Wire {
  private readonly queue: Ready[][] = []
  private readonly weights: number[] = []
  private readonly paces = new Map<string, DomainPace>()
  private active = 0
  private activeBulk = 0
  private bucket = EMPTY_BUCKET
  private quotaUsed = { of: null as Conditions | null, n: 0 }
  private timer?: NodeJS.Timeout
  private breaker: Breaker = CLOSED_BREAKER
  /** Called when a message has left the wire for good or went back into the queue. */
  onDone: (id: string) => void = () => undefined

  constructor(
    private readonly mailroom: Mailroom,
    private readonly conditions: SendingConditions,
    private readonly ledger: DeliveryLedger,
    private readonly onStep: OnStep = () => undefined,
  ) {}

  /** Mails that may be on the way at once; 0 while the breaker is open. */
  allowed(conditions: Conditions): number {
    return breakerAllows(this.breaker, conditions.transport.capacity, Date.now())
  }

  /** Milliseconds that a message to this domain has to wait, being the `place`-th of its batch. */
  waitMs(domain: string, place: number): number {
    const pace = this.paces.get(domain)
    return pace ? paceWaitMs(pace, place, Date.now()) : 0
  }

  enqueue(ready: Ready[]): void {
    for (const one of ready) this.queueOf(one.weight).push(one)
    this.pump()
  }

  /** Gives back what has not begun; what is on its way is finished by itself. */
  async clear(): Promise<void> {
    clearTimeout(this.timer)
    const waiting = this.queue.flatMap((queue) => queue.splice(0))
    await Promise.all(waiting.map((one) => this.giveBack(one)))
  }

  private queueOf(weight: number): Ready[] {
    let at = this.weights.findIndex((known) => known <= weight)
    if (at === -1) at = this.weights.length
    if (this.weights[at] !== weight) {
      this.weights.splice(at, 0, weight)
      this.queue.splice(at, 0, [])
    }
    return this.queue[at]!
  }

  private pump(): void {
    const conditions = this.conditions.last
    if (!conditions) return void this.clear()
    const allowed = this.allowed(conditions)
    if (allowed === 0) return void this.clear()
    this.breaker = breakerProbes(this.breaker, Date.now())
    for (let one = this.next(conditions, allowed); one; one = this.next(conditions, allowed))
      void this.begin(one, conditions)
  }

  private next(conditions: Conditions, allowed: number): Ready | undefined {
    if (this.active >= allowed) return undefined
    const mostBulk = allowed < 5 ? allowed : Math.floor(allowed * BULK_SHARE)
    const queue = this.queue.find(
      (waiting) => waiting.length > 0 && (!waiting[0]!.isBulk || this.activeBulk < mostBulk),
    )
    if (!queue || !this.mayLeave(conditions)) return undefined
    return queue.shift()
  }

  /** The limits of the settings, per second here and per hour and day by what all processes have sent. */
  private mayLeave(conditions: Conditions): boolean {
    if (this.quotaUsed.of !== conditions) this.quotaUsed = { of: conditions, n: 0 }
    if (this.quotaUsed.n >= conditions.quota) return false
    const { perSecond } = conditions.settings.throttle
    if (perSecond !== null) {
      const { bucket, taken } = takeTokens(this.bucket, perSecond, 1, performance.now())
      this.bucket = bucket
      if (taken === 0) {
        this.pumpIn(Math.ceil(1000 / perSecond))
        return false
      }
    }
    this.quotaUsed.n += 1
    return true
  }

  private pumpIn(ms: number): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.pump(), ms)
  }

  private async begin(one: Ready, conditions: Conditions): Promise<void> {
    this.active += 1
    this.activeBulk += Number(one.isBulk)
    try {
      const writeDown = await this.send(one, conditions)
      // The place is free only when the result is stored: what a crash can leave in doubt is never more than the places.
      await writeDown()
    } catch (error) {
      this.failedUnexpectedly(one, error)
    } finally {
      this.end(one)
      this.onDone(one.facts.id)
    }
  }

  private end(one: Ready): void {
    this.active -= 1
    this.activeBulk -= Number(one.isBulk)
    this.pump()
  }

  /** Does the wire's part and returns what is still to be written down. */
  private async send(one: Ready, conditions: Conditions): Promise<() => Promise<void>> {
    if (!conditions.openLanes.has(one.laneId)) return () => this.giveBack(one)
    let mail: ComposedMail
    try {
      mail = this.compose(one, conditions)
    } catch (error) {
      return () => this.settleUnrendered(one, error)
    }
    try {
      if (mail.dynamicLinks.length > 0)
        await this.mailroom.db.query(storeDynamicLinks({ id: one.facts.id, links: mail.dynamicLinks }))
      const accepted = await conditions.transport.send({
        envelope: { from: mail.from, to: recipientsOf(mail, conditions) },
        mime: mail.mime,
        beforeBody: async () => {
          await this.ledger.handOver({ id: one.facts.id, token: one.token })
          this.onStep("handed", one.facts.id)
        },
      })
      this.onStep("accepted", one.facts.id)
      return () => this.settleAccepted(one, mail, accepted, conditions)
    } catch (error) {
      return () => this.settleFailure(one, mail, error, conditions)
    }
  }

  private compose(one: Ready, conditions: Conditions): ComposedMail {
    const { senders, settings, key } = conditions
    const sender = senders.find(({ id }) => id === one.facts.sender_id) ?? senders[0]
    if (!sender) throw new Error("There is no sender: set one in Mailroom's settings.")
    const { facts, context, template, firstAttemptAt } = one
    return composeMail({ facts, context, template, sender, settings, key, firstAttemptAt, bcc: facts.bcc })
  }

  private async settleAccepted(
    one: Ready,
    mail: ComposedMail,
    accepted: Accepted,
    conditions: Conditions,
  ): Promise<void> {
    const now = Date.now()
    this.breaker = breakerAfterSuccess(this.breaker, now)
    this.paces.set(one.domain, paceAfterSend(this.paces.get(one.domain) ?? FREE_PACE, now))
    this.forgetPaces(now)
    // A copy may have been taken while the person it is for was refused: that decides.
    const refused = accepted.refused.find(({ address }) => address === one.facts.to_email)
    if (refused) return this.settleVerdict(one, mail, refused.fault, classifyReply(refused.fault), conditions)
    await this.ledger.settle({
      ...finalOf(one, mail),
      status: "sent",
      countsAttempt: true,
      code: 250,
      reply: maskReply(accepted.reply),
      queueId: accepted.queueId,
    })
  }

  private async settleFailure(one: Ready, mail: ComposedMail, error: unknown, conditions: Conditions): Promise<void> {
    if (error instanceof FenceLost) return this.giveBack(one)
    if (!(error instanceof TransportFailure)) {
      // The fence could not be asked: nothing has left. The lease gives the message back if we cannot.
      if (isDatabaseAway(error)) return this.giveBack(one)
      throw error
    }
    if (error.isBodySent && error.fault.code === undefined) return this.settleUnanswered(one, mail, error.fault)
    return this.settleVerdict(one, mail, error.fault, classifyReply(error.fault), conditions)
  }

  private async settleUnanswered(one: Ready, mail: ComposedMail, fault: SmtpFault): Promise<void> {
    const settlement = decideSettlement({ ...tryOf(one), outcome: { kind: "unanswered" } })
    const said = { code: null, enhanced: null, command: fault.command ?? null, reply: maskReply(fault.reply ?? "") }
    if (settlement.kind === "final")
      return this.ledger.settle({ ...finalOf(one, mail), ...said, status: "in_doubt", reason: settlement.reason })
    const delayMs = settlement.kind === "doubt" ? settlement.resendInMs : settlement.delayMs
    return this.ledger.release({ ...fencedOf(one), ...said, delayMs, countsAttempt: true, isDoubt: true })
  }

  private async settleVerdict(
    one: Ready,
    mail: ComposedMail,
    fault: SmtpFault,
    verdict: SmtpVerdict,
    conditions: Conditions,
  ): Promise<void> {
    this.learn(one, verdict, fault)
    const said = {
      code: fault.code ?? null,
      enhanced: verdict.enhanced,
      command: fault.command ?? null,
      reply: maskReply(fault.reply ?? ""),
    }
    const outcome = { kind: "refused" as const, verdict, isConnected: fault.isConnected ?? fault.code !== undefined }
    const settlement = decideSettlement({ ...tryOf(one), outcome })
    if (settlement.kind === "final") {
      const isRedirected = conditions.settings.delivery.mode === "to_me_only"
      return this.ledger.settle({
        ...finalOf(one, mail),
        ...said,
        status: "failed",
        reason: settlement.reason,
        countsAttempt: true,
        bounce: isRedirected ? null : (verdict.bounce as BounceClass | null),
        news: isRedirected ? null : { emailHash: one.facts.email_hash, isCountable: verdict.isCountable },
      })
    }
    const { countsAttempt = true } = settlement as { countsAttempt?: boolean }
    const delayMs = settlement.kind === "retry" && countsAttempt ? settlement.delayMs : null
    return this.ledger.release({ ...fencedOf(one), ...said, delayMs, countsAttempt, isDoubt: false })
  }

  /** What a refusal says about the transport and about the receiver's domain. */
  private learn(one: Ready, verdict: SmtpVerdict, fault: SmtpFault): void {
    const now = Date.now()
    if (verdict.slowsDomain) this.paces.set(one.domain, paceAfterDeferral(this.paces.get(one.domain) ?? FREE_PACE, now))
    if (verdict.at !== "transport" && verdict.at !== "sender") {
      this.breaker = breakerAfterSuccess(this.breaker, now)
      return
    }
    const before = this.breaker
    const cause = maskReply(fault.reply ?? fault.errorCode ?? verdict.diagnosis)
    const after = breakerAfterFault(before, { cause, needsMerchant: verdict.needsMerchant }, now)
    this.breaker = after
    if (after.kind !== "open" || before.kind === "open") return
    const sentence = `Mailroom: the mail server has a problem (${verdict.diagnosis}: ${cause}); all mail waits ${after.pauseMs / 1000} s.`
    if (verdict.needsMerchant) this.mailroom.log.error(sentence)
    else this.mailroom.log.warn(sentence)
  }

  private settleUnrendered(one: Ready, error: unknown): Promise<void> {
    const reply = String(error instanceof Error ? error.message : error)
    this.mailroom.log.error(
      `Mailroom: message ${one.facts.id} could not be made`,
      error instanceof Error ? error : undefined,
    )
    return this.ledger.settle({
      ...finalOf(one, null),
      status: "failed",
      reason: "render_failed",
      countsAttempt: true,
      reply: maskReply(reply),
    })
  }

  private giveBack(one: Ready): Promise<void> {
    const said = { code: null, enhanced: null, reply: null, command: null }
    const release = this.ledger.release({
      ...fencedOf(one),
      ...said,
      delayMs: null,
      countsAttempt: false,
      isDoubt: false,
    })
    return release.finally(() => this.onDone(one.facts.id))
  }

  /** A fault of ours, not of the mail: it keeps its lease and comes back by the sweeper, three times at most. */
  private failedUnexpectedly(one: Ready, error: unknown): void {
    const cause = error instanceof Error ? error : new Error(String(error))
    this.mailroom.log.error(`Mailroom: message ${one.facts.id} could not be settled`, cause)
  }

  private forgetPaces(now: number): void {
    if (this.paces.size < 5000) return
    for (const [domain, pace] of this.paces)
      if (pace.perMinute === null && paceAt(pace, now) !== pace) this.paces.delete(domain)
  }
}

const fencedOf = ({ facts, token }: Ready) => ({ id: facts.id, token })

const tryOf = ({ facts, attempts, doubts }: Ready) => ({
  class: facts.class,
  attempts,
  doubts,
  random: Math.random(),
})

function finalOf(one: Ready, mail: ComposedMail | null): FinalNews {
  return {
    ...fencedOf(one),
    status: "sent",
    reason: null,
    countsAttempt: true,
    code: null,
    enhanced: null,
    reply: null,
    command: null,
    queueId: null,
    subject: mail?.subject ?? null,
    pixel: mail?.pixel ?? null,
    digest: mail?.digest ?? null,
    bounce: null,
    news: null,
  }
}

/** In *to me only* mode the envelope goes to the merchant, whatever the mail itself says. */
function recipientsOf({ to }: ComposedMail, { settings }: Conditions): string[] {
  const { mode, toMeAddress } = settings.delivery
  return mode === "to_me_only" && toMeAddress ? [toMeAddress] : to
}
