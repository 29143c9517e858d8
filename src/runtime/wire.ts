import { EMPTY_BUCKET, takeTokens } from "../core/messages/token-bucket"
import type { Mailroom } from "../modules/mailroom/mailroom"
import type { Settings } from "../core/settings/settings"
import type { DeliveryFacts } from "../modules/mailroom/sql/delivery-facts"
import { storeDynamicLinks } from "../modules/mailroom/sql/dynamic-links"
import type { Accepted } from "../transports/port"
import { ComposeAhead } from "./compose-ahead"
import type { ComposedMail } from "./compose-mail"
import { FenceLost, type DeliveryLedger } from "./delivery-ledger"
import { Places } from "./places"
import { PriorityQueue } from "./priority-queue"
import type { ReadyMessage } from "./ready-message"
import { sharedPaceOf } from "./shared-pace"
import type { SendingHealth } from "./sending-health"
import type { Conditions, SendingConditions } from "./sending-conditions"
import { TryResults } from "./try-results"

/** Where kill tests stop the process; see docs/delivery.md for what each moment means. */
export type Step = "claimed" | "handed" | "accepted"
export type OnStep = (step: Step, messageId: string) => void

export type WireParts = {
  mailroom: Mailroom
  conditions: SendingConditions
  ledger: DeliveryLedger
  health: SendingHealth
  onStep?: OnStep
  /** Called when a message is settled or back in the queue. */
  onDone: (id: string, token: string) => void
}

/** Brings ready messages onto the connections, receipts first, as fast as limits, breaker and receivers allow. */
export class Wire {
  private readonly queue = new PriorityQueue<ReadyMessage>()
  private readonly results: TryResults
  /** Held from the first command to the server's last word. */
  private readonly connections = new Places()
  /**
   * Held from the hand-over mark until the result is stored, as many as there are connections: a crash can leave no
   * more in doubt, and no connection is idle while the database writes.
   */
  private readonly unsettled = new Places(1)
  private readonly ahead: ComposeAhead
  private bucket = EMPTY_BUCKET
  private quotaUsed = { of: null as Conditions | null, n: 0 }
  private timer?: NodeJS.Timeout

  constructor(private readonly parts: WireParts) {
    this.results = new TryResults(parts.mailroom, parts.ledger, parts.health)
    this.ahead = new ComposeAhead(parts.conditions)
  }

  enqueue(ready: ReadyMessage[]): void {
    for (const one of ready) this.queue.add(one.weight, one)
    this.ahead.expect(ready)
    this.pump()
  }

  /** Gives back what has not begun; what is on its way is finished by itself. */
  async clear(): Promise<void> {
    clearTimeout(this.timer)
    await Promise.all(this.queue.empty().map((one) => this.finish(one, () => this.results.giveBack(one))))
  }

  private pump(): void {
    const { conditions, health } = this.parts
    const current = conditions.last
    const allowed = current ? health.allowed(current.transport.capacity) : 0
    if (!current || allowed === 0) return void this.clear()
    for (let one = this.next(current, allowed); one; one = this.next(current, allowed)) {
      health.probe()
      void this.begin(one, current)
    }
  }

  private next(conditions: Conditions, allowed: number): ReadyMessage | undefined {
    const mayTake = ({ isBulk }: ReadyMessage) => this.connections.hasRoom(isBulk, allowed)
    if (!this.queue.has(mayTake) || !this.mayLeave(conditions)) return undefined
    return this.queue.take(mayTake)
  }

  /** The limits of the settings: per second here or from the pool in Redis, per hour and day by what all have sent. */
  private mayLeave(conditions: Conditions): boolean {
    if (this.quotaUsed.of !== conditions) this.quotaUsed = { of: conditions, n: 0 }
    if (this.quotaUsed.n >= conditions.quota) return false
    if (!this.hasToken(conditions)) return false
    this.quotaUsed.n += 1
    return true
  }

  private hasToken({ settings, perSecondOfAll: total }: Conditions): boolean {
    const { perSecond: share } = settings.throttle
    if (share === null || total === null) return true
    const pace = sharedPaceOf(this.parts.mailroom)
    if (pace) return pace.take({ total, share }, () => this.pumpIn(0))
    const { bucket, taken } = takeTokens(this.bucket, share, 1, performance.now())
    this.bucket = bucket
    if (taken === 0) this.pumpIn(Math.ceil(1000 / share))
    return taken > 0
  }

  private pumpIn(ms: number): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.pump(), ms)
  }

  private async begin(one: ReadyMessage, conditions: Conditions): Promise<void> {
    this.connections.take(one.isBulk)
    const handing = new HandingOver(one.isBulk, this.unsettled)
    const store = await this.send(one, conditions, handing)
    this.connections.free(one.isBulk)
    this.pump()
    await this.finish(one, store)
    handing.end()
  }

  /** A fault of ours, not of the mail: it keeps its lease and comes back by the sweeper, three times at most. */
  private async finish(one: ReadyMessage, work: () => Promise<void>): Promise<void> {
    this.ahead.drop(one)
    try {
      await work()
    } catch (error) {
      const cause = error instanceof Error ? error : new Error(String(error))
      this.parts.mailroom.log.error(`Mailroom: message ${one.facts.id} could not be settled`, cause)
    }
    this.parts.onDone(one.facts.id, one.token)
  }

  /** One try; answers how its result is to be written down. */
  private async send(one: ReadyMessage, conditions: Conditions, handing: HandingOver): Promise<() => Promise<void>> {
    if (!conditions.openLanes.has(one.laneId)) return () => this.results.giveBack(one)
    const { mode, toMeAddress } = conditions.settings.delivery
    const isRedirected = mode === "to_me_only"
    // Readiness says so, too, but is up to two seconds older than the settings: no real person may get it meanwhile.
    if (isRedirected && !toMeAddress) return () => this.results.giveBack(one)
    const mail = this.ahead.take(one, conditions)
    if ("error" in mail) return () => this.results.unrendered(one, mail.error)
    const tried = { one, mail, isRedirected }
    let accepted: Accepted
    try {
      if (mail.dynamicLinks.length > 0) await this.storeLinks(one, mail)
      accepted = await conditions.transport.send({
        envelope: { from: mail.from, to: isRedirected ? [toMeAddress!] : withoutTaken(mail.to, one) },
        mime: mail.mime,
        attached: mail.attached,
        beforeBody: () => this.handOver(one, conditions, handing),
      })
    } catch (error) {
      return () => this.results.failed(tried, error)
    }
    // Outside the try: whatever fails from here on, the mail is with the server and must not go back into the queue.
    this.parts.onStep?.("accepted", one.facts.id)
    return () => this.results.accepted(tried, accepted)
  }

  private async storeLinks({ facts }: ReadyMessage, { dynamicLinks }: ComposedMail): Promise<void> {
    await this.parts.mailroom.db.query(storeDynamicLinks({ id: facts.id, links: dynamicLinks }))
  }

  private async handOver(one: ReadyMessage, conditions: Conditions, handing: HandingOver): Promise<void> {
    const { facts, token } = one
    if (!(await handing.begin(conditions.transport.capacity))) throw new FenceLost(facts.id)
    await this.parts.ledger.handOver({ id: facts.id, token, counted: countedOf(facts, conditions.settings.frequency) })
    this.parts.onStep?.("handed", facts.id)
  }
}

function countedOf({ counted_contact_id: contactId }: DeliveryFacts, { most, days }: Settings["frequency"]) {
  return contactId === null || most === null ? null : { contactId, most, days }
}

/** A copy that a server took while it put off the person is not sent again with the next try. */
function withoutTaken(to: string[], { takenBy }: ReadyMessage): string[] {
  return takenBy ? to.filter((address) => !takenBy.includes(address)) : to
}

/** The place of one try among the unsettled; a try that ended while it waited (a server hung up) gives it back. */
class HandingOver {
  private hasPlace = false
  private isOver = false

  constructor(
    private readonly isBulk: boolean,
    private readonly places: Places,
  ) {}

  /** False: the try is over, nothing may be handed over. */
  async begin(places: number): Promise<boolean> {
    await this.places.wait(this.isBulk, places)
    if (this.isOver) this.places.free(this.isBulk)
    else this.hasPlace = true
    return this.hasPlace
  }

  end(): void {
    this.isOver = true
    if (this.hasPlace) this.places.free(this.isBulk)
    this.hasPlace = false
  }
}
