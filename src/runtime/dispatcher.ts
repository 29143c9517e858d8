import { randomUUID } from "node:crypto"
import { shareSlots } from "../core/messages/share-slots"
import type { Mailroom } from "../modules/mailroom/mailroom"
import { claimDeliveries, renewLeases, type ClaimedRow } from "../modules/mailroom/sql/claim-deliveries"
import type { DeliveryFacts } from "../modules/mailroom/sql/delivery-facts"
import { untried } from "../modules/mailroom/sql/release-deliveries"
import type { Wait } from "../modules/mailroom/sql/postpone-deliveries"
import { forgetDeliveries } from "../modules/mailroom/sql/forget-deliveries"
import { Admission, type CompiledBy, type Verdict } from "./admission"
import { DeliveryLedger } from "./delivery-ledger"
import type { Loop, Turn, TurnOptions } from "./loop"
import { PROCESS_ID } from "./process-id"
import { SendingConditions, type Conditions, type ConditionsOptions } from "./sending-conditions"
import { SendingHealth, type SendingVitals } from "./sending-health"
import { Wire, type OnStep } from "./wire"

const LEASE_SECONDS = 120
const RENEW_MS = 30_000
/**
 * Claim ahead what the wire sends in this time, so that it never waits for the database. No more: what is claimed has
 * passed the gate, and a complaint or a pause of a minute ago must count.
 */
const AHEAD_SECONDS = 1
const MOST_AHEAD = 1000

/** A message may be held twice, by an old claim whose lease ended and by a new one: the token tells which. */
type Claimed = { token: string; isBulk: boolean }

export type DispatcherOptions = ConditionsOptions & {
  compiled?: CompiledBy
  leaseSeconds?: number
  onStep?: OnStep
}

/** Claims due messages, asks the gate in the last instant and hands them to the wire. */
export class Dispatcher implements Loop {
  readonly name = "dispatcher"
  readonly roles: Loop["roles"] = ["worker", "shared"]
  readonly everyMs = 250

  private readonly owner = `${PROCESS_ID}:${randomUUID().slice(0, 8)}`
  private readonly held = new Map<string, Claimed>()
  private emptyLanes = new Set<number>()
  private readonly conditions: SendingConditions
  private readonly ledger: DeliveryLedger
  private readonly health: SendingHealth
  private readonly wire: Wire
  private readonly admission: Admission
  private readonly leaseSeconds: number
  private renewedAt = performance.now()
  private done = 0
  private rate = { at: performance.now(), done: 0, perSecond: 0 }
  private wake: () => void = () => undefined

  constructor(
    private readonly mailroom: Mailroom,
    private readonly options: DispatcherOptions = {},
  ) {
    this.leaseSeconds = options.leaseSeconds ?? LEASE_SECONDS
    this.conditions = new SendingConditions(mailroom, options)
    this.ledger = new DeliveryLedger(mailroom)
    this.health = new SendingHealth(mailroom.log)
    this.admission = new Admission(mailroom, this.health, options.compiled)
    this.wire = new Wire({
      mailroom,
      conditions: this.conditions,
      ledger: this.ledger,
      health: this.health,
      onStep: options.onStep,
      onDone: (id, token) => this.finished(id, token),
    })
  }

  /** `ignoreSchedule`: with what holds now, not half a second ago; a lane may just have been made. */
  async turn({ ignoreSchedule = false }: TurnOptions = {}): Promise<Turn> {
    await this.renew()
    const conditions = await this.conditions.current({ isFresh: ignoreSchedule })
    const allowed = conditions ? this.health.allowed(conditions.transport.capacity) : 0
    if (!conditions || allowed === 0 || conditions.quota === 0) return this.pause()
    const ahead = Math.min(this.ahead(allowed, conditions), conditions.quota)
    if (this.held.size > ahead / 2) return this.waitForRoom()
    const claimed = await this.claim(conditions, ahead)
    if (claimed === 0) return this.held.size > 0 ? this.waitForRoom() : "idle"
    return "more"
  }

  vitals(): SendingVitals & { in_flight: number } {
    return { ...this.health.vitals(), in_flight: this.held.size }
  }

  /** Finishes what is on its way, gives the rest back. */
  async stop(): Promise<void> {
    await this.wire.clear()
    while (this.held.size > 0) {
      await this.renew()
      await this.waitForRoom()
    }
    await this.conditions.close()
  }

  private async claim(conditions: Conditions, ahead: number): Promise<number> {
    const lanes = shareSlots({
      capacity: ahead,
      busy: this.held.size,
      busyWithBulk: [...this.held.values()].filter(({ isBulk }) => isBulk).length,
      lanes: conditions.lanes.map((lane) => ({ ...lane, isEmpty: this.emptyLanes.has(lane.id) })),
    })
    if (lanes.length === 0) return 0
    const token = randomUUID()
    const { owner, leaseSeconds } = this
    const rows = await this.mailroom.db.query<ClaimedRow>(claimDeliveries({ lanes, owner, token, leaseSeconds }))
    const got = (laneId: number) => rows.filter(({ lane_id }) => lane_id === laneId).length
    this.emptyLanes = new Set(lanes.filter(({ laneId, limit }) => got(laneId) < limit).map(({ laneId }) => laneId))
    if (rows.length === 0) return 0
    const laneOf = new Map(conditions.lanes.map((lane) => [lane.id, lane]))
    for (const { id, lane_id } of rows) {
      this.held.set(id, { token, isBulk: laneOf.get(lane_id)?.transport === "marketing" })
      this.options.onStep?.("claimed", id)
    }
    const verdicts = await this.admission.judge(rows, token, conditions).catch(async (error: unknown) => {
      // Nothing of it was begun. A lease that ends without a word would count against the message.
      await Promise.all(rows.map(({ id }) => this.giveBack(id, token)))
      throw error
    })
    this.wire.enqueue(verdicts.flatMap((verdict) => ("ready" in verdict ? [verdict.ready] : [])))
    // From here on some are on the wire: whatever fails now must not take them back.
    await Promise.all(verdicts.map((verdict) => this.settle(verdict, token)))
    return rows.length
  }

  private async settle(verdict: Verdict, token: string): Promise<void> {
    if ("refused" in verdict) await this.refuse(verdict.refused, token, verdict.status, verdict.reason)
    else if ("waiting" in verdict) await this.defer(verdict.waiting, token, verdict.delayMs)
    else if ("postponed" in verdict) await this.postpone({ ...verdict.postponed, token })
    else if ("settled" in verdict) await this.forget(verdict.settled, token)
  }

  /** What is in doubt stays so, whatever the gate says of a second try: the first one may have arrived. */
  private refuse(
    { id, sealed_context: sealed, status: before, reason: doubt }: DeliveryFacts,
    token: string,
    status: "dropped" | "expired" | "failed",
    reason: string,
  ): Promise<void> {
    const nothing = { code: null, enhanced: null, reply: null, command: null, queueId: null, subject: null }
    const unsent = { pixel: null, digest: null, bounce: null, news: null, countsAttempt: false }
    const end = before === "in_doubt" ? { status: "in_doubt" as const, reason: doubt } : { status, reason }
    return this.ledger
      .settle({ id, token, ...end, isSecret: sealed !== null, ...nothing, ...unsent })
      .finally(() => this.finished(id, token))
  }

  private defer(id: string, token: string, delayMs: number): Promise<void> {
    return this.ledger.release(untried({ id, token, delayMs })).finally(() => this.finished(id, token))
  }

  private postpone(wait: Wait): Promise<void> {
    return this.ledger.postpone(wait).finally(() => this.finished(wait.id, wait.token))
  }

  private async giveBack(id: string, token: string): Promise<void> {
    if (this.held.get(id)?.token === token) await this.defer(id, token, 0)
  }

  /** Was settled by another way meanwhile (a webhook told, the merchant cancelled): only the delivery is left over. */
  private async forget(id: string, token: string): Promise<void> {
    await this.mailroom.db.query(forgetDeliveries({ ids: [id], token }))
    this.finished(id, token)
  }

  private async renew(): Promise<void> {
    const everyMs = Math.min(RENEW_MS, (this.leaseSeconds * 1000) / 4)
    if (this.held.size === 0 || performance.now() - this.renewedAt < everyMs) return
    this.renewedAt = performance.now()
    const { owner, leaseSeconds } = this
    await this.mailroom.db.query(renewLeases({ ids: [...this.held.keys()], owner, leaseSeconds }))
  }

  private ahead(allowed: number, { settings }: Conditions): number {
    const now = performance.now()
    if (now - this.rate.at > 200) {
      const perSecond = ((this.done - this.rate.done) * 1000) / (now - this.rate.at)
      this.rate = { at: now, done: this.done, perSecond: Math.max(perSecond, this.rate.perSecond * 0.7) }
    }
    const oneSecond = Math.ceil(this.rate.perSecond * AHEAD_SECONDS)
    const throttled = Math.ceil((settings.throttle.perSecond ?? Infinity) * AHEAD_SECONDS)
    return Math.min(MOST_AHEAD, throttled, Math.max(4 * allowed, oneSecond))
  }

  private finished(id: string, token: string): void {
    if (this.held.get(id)?.token !== token) return
    this.held.delete(id)
    this.done += 1
    this.wake()
  }

  private async pause(): Promise<Turn> {
    if (this.held.size === 0) return "idle"
    await this.wire.clear()
    return this.waitForRoom()
  }

  /** Until something is through, at most a quarter of a second. */
  private async waitForRoom(): Promise<Turn> {
    if (this.held.size === 0) return "more"
    const from = this.done
    const enough = Math.max(1, Math.ceil(this.held.size / 4))
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, 250)
      this.wake = () => {
        if (this.done - from < enough) return
        clearTimeout(timer)
        resolve()
      }
    })
    this.wake = () => undefined
    return "more"
  }
}

export const dispatcher = (mailroom: Mailroom, options?: DispatcherOptions): Loop => new Dispatcher(mailroom, options)
