import { randomUUID } from "node:crypto"
import { windowOf } from "../core/mailings/sending-window"
import { thingsOf, type AboutToLeave } from "../core/automations/last-instant"
import { gate } from "../core/messages/gate"
import { shareSlots } from "../core/messages/share-slots"
import type { DropReason } from "../core/messages/states"
import type { CompiledTemplate } from "../core/templates/contexts"
import { isDatabaseAway } from "../modules/mailroom/database"
import type { Mailroom } from "../modules/mailroom/mailroom"
import { claimDeliveries, renewLeases, type ClaimedRow } from "../modules/mailroom/sql/claim-deliveries"
import { selectDeliveryFacts, type DeliveryFacts } from "../modules/mailroom/sql/delivery-facts"
import { untried } from "../modules/mailroom/sql/release-deliveries"
import type { LaneRow } from "../modules/mailroom/sql/lanes"
import { forgetDeliveries } from "../modules/mailroom/sql/forget-deliveries"
import { attachmentBookOf } from "./attachment-book"
import { DeliveryLedger } from "./delivery-ledger"
import { DomainLimits } from "./domain-limits"
import { gateFactsOf } from "./gate-facts-of"
import { lastInstantCheck } from "./last-instant"
import type { Loop, Turn, TurnOptions } from "./loop"
import { PROCESS_ID } from "./process-id"
import { SendingConditions, type Conditions, type ConditionsOptions } from "./sending-conditions"
import { noticeFileOf } from "./notice-file"
import { offerBookOf } from "./offers"
import type { ReadyMessage } from "./ready-message"
import { SendingHealth, type SendingVitals } from "./sending-health"
import { WindowClock } from "./window-clock"
import { Wire, type OnStep } from "./wire"

const LEASE_SECONDS = 120
const RENEW_MS = 30_000
/**
 * Claim ahead what the wire sends in this time, so that it never waits for the database. No more: what is claimed has
 * passed the gate, and a complaint or a pause of a minute ago must count.
 */
const AHEAD_SECONDS = 1
const MOST_AHEAD = 1000

const SHOP_AWAY_MS = 60_000
/** Claimed for the first time (its first second is cut off): has no turn at its domain yet. */
const NEW_MS = 2_000

/** A message may be held twice, by an old claim whose lease ended and by a new one: the token tells which. */
type Claimed = { token: string; isBulk: boolean }

export type DispatcherOptions = ConditionsOptions & {
  compiled?: (versionId: string, locale: string) => Promise<(CompiledTemplate & { locale?: string }) | null>
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
  private readonly windows = new WindowClock()
  private readonly limits = new DomainLimits()
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
    const { ready, settled } = await this.admit(rows, token, conditions).catch(async (error: unknown) => {
      // Nothing of it was begun. A lease that ends without a word would count against the message.
      await Promise.all(rows.map(({ id }) => this.giveBack(id, token)))
      throw error
    })
    this.wire.enqueue(ready)
    // From here on some are on the wire: whatever fails now must not take them back.
    await Promise.all(settled)
    return rows.length
  }

  /** The gate, for the whole batch in one statement: what may go onto the wire, and the refusals being written. */
  private async admit(
    rows: ClaimedRow[],
    token: string,
    conditions: Conditions,
  ): Promise<{ ready: ReadyMessage[]; settled: Promise<void>[] }> {
    const facts = await this.mailroom.db.query<DeliveryFacts>(selectDeliveryFacts(rows, conditions.settings.frequency))
    const factsOf = new Map(facts.map((one) => [one.id, one]))
    const shop = await this.askShop(facts)
    const places = new Map<string, number>()
    const ready: ReadyMessage[] = []
    const settled: Promise<void>[] = []
    for (const row of rows) {
      const one = factsOf.get(row.id)
      if (!one || !isWaiting(one.status)) settled.push(this.forget(row.id, token))
      else {
        const admitted = await this.judge({ row, facts: one, token, conditions, places, shop })
        if ("ready" in admitted) ready.push(admitted.ready)
        else settled.push(admitted.settled)
      }
    }
    const away = [...new Set([...(await this.withoutOffers(ready)), ...(await this.withoutFiles(ready))])]
    for (const { facts } of away) settled.push(this.defer(facts.id, token, SHOP_AWAY_MS))
    return { ready: away.length > 0 ? ready.filter((one) => !away.includes(one)) : ready, settled }
  }

  /** Gives product lists their prices (F53); those that could not be given any, since the shop cannot be asked now. */
  private async withoutOffers(ready: ReadyMessage[]): Promise<ReadyMessage[]> {
    const asking = ready.filter(({ template }) => template.products?.length)
    if (asking.length === 0) return []
    try {
      await offerBookOf(this.mailroom).attach(asking)
      return []
    } catch (error) {
      if (isDatabaseAway(error)) throw error
      const cause = error instanceof Error ? error : new Error(String(error))
      this.mailroom.log.error(
        "Mailroom: the shop could not be asked for prices; mails with products wait a minute",
        cause,
      )
      return asking
    }
  }

  /** Gives mails with attachments their end; those whose files cannot be read now wait. */
  private async withoutFiles(ready: ReadyMessage[]): Promise<ReadyMessage[]> {
    for (const one of ready)
      if (one.facts.kind === "custom_action") one.attached = (await noticeFileOf(one.context)) ?? undefined
    const asking = ready.filter(({ template }) => template.envelope?.attachments)
    if (asking.length === 0) return []
    try {
      await attachmentBookOf(this.mailroom).attach(asking)
      return []
    } catch (error) {
      const cause = error instanceof Error ? error : new Error(String(error))
      this.mailroom.log.error("Mailroom: attachments could not be read; their mails wait a minute", cause)
      return asking
    }
  }

  /** The shop's own word on mails about carts and orders; null when it cannot be asked now. */
  private async askShop(facts: DeliveryFacts[]): Promise<Map<string, DropReason> | null> {
    try {
      return await lastInstantCheck(this.mailroom, facts.map(aboutToLeave))
    } catch (error) {
      const cause = error instanceof Error ? error : new Error(String(error))
      this.mailroom.log.error(
        "Mailroom: the shop could not be asked about carts and orders; their mails wait a minute",
        cause,
      )
      return null
    }
  }

  private async judge(asked: {
    row: ClaimedRow
    facts: DeliveryFacts
    token: string
    conditions: Conditions
    places: Map<string, number>
    shop: Map<string, DropReason> | null
  }): Promise<{ ready: ReadyMessage } | { settled: Promise<void> }> {
    const { row, facts, token, conditions, places, shop } = asked
    if (row.is_expired) return { settled: this.refuse(facts, token, "expired", "too_late") }
    const sender = conditions.senders.find(({ id }) => id === facts.sender_id) ?? conditions.senders[0] ?? null
    const verdict = gate(gateFactsOf(facts, conditions.settings, sender), new Date(facts.asked_at))
    if (verdict.verdict === "drop") return { settled: this.refuse(facts, token, "dropped", verdict.reason) }
    if (!shop && thingsOf(aboutToLeave(facts)).length > 0) return { settled: this.defer(row.id, token, SHOP_AWAY_MS) }
    const shopsReason = shop?.get(row.id)
    if (shopsReason) return { settled: this.refuse(facts, token, "dropped", shopsReason) }
    const place = places.get(row.domain) ?? 0
    places.set(row.domain, place + 1)
    const lane = conditions.lanes.find(({ id }) => id === row.lane_id)
    const waitMs = this.health.waitMs(row.domain, place) || this.waitMs(row, facts, conditions, lane)
    if (waitMs > 0) return { settled: this.wait(facts, token, waitMs, lane) }
    const content = await this.contentOf(facts, conditions.settings.general.locale)
    if (content === "away") return { settled: this.defer(row.id, token, 0) }
    if (!content) return { settled: this.refuse(facts, token, "failed", "render_failed") }
    return {
      ready: {
        facts,
        token,
        laneId: row.lane_id,
        isBulk: lane?.transport === "marketing",
        weight: lane?.weight ?? 0,
        domain: row.domain,
        attempts: row.attempts,
        doubts: row.doubts,
        firstAttemptAt: row.first_attempt_at,
        takenBy: row.taken_by,
        attached: undefined,
        // Last: a literal that goes on after a spread is slow to make.
        ...content,
      },
    }
  }

  /** Until its reader's clock and its domain's limit let it go; receipts wait for neither. */
  private waitMs(row: ClaimedRow, facts: DeliveryFacts, { settings }: Conditions, lane: LaneRow | undefined): number {
    const { class: messageClass, origin, is_test, time_zone: zone, asked_at: now } = facts
    const mayWait = messageClass === "marketing" && !is_test
    const window = mayWait && origin !== "direct" ? windowOf(lane?.sending_window ?? null, settings.schedule) : null
    const closedMs = window ? this.windows.waitMs(window, { zone, fallback: settings.general.timeZone, now }) : 0
    if (closedMs > 0) return closedMs
    const isNew = now - row.first_attempt_at.getTime() < NEW_MS
    return this.limits.waitMs(settings.throttle, { domain: row.domain, isNew, mayWait, now })
  }

  /** What would have its turn after the end that was set for it never has one. */
  private wait(facts: DeliveryFacts, token: string, waitMs: number, lane: LaneRow | undefined): Promise<void> {
    const end = lane?.not_later_than?.getTime() ?? Infinity
    if (facts.asked_at + waitMs >= end) return this.refuse(facts, token, "expired", "too_late")
    return this.defer(facts.id, token, waitMs)
  }

  /**
   * Null when there is nothing to render: the template was never published, its secret or its content is gone. With the
   * database away nobody knows: the mail waits.
   */
  private async contentOf(
    facts: DeliveryFacts,
    shopLocale: string,
  ): Promise<Pick<ReadyMessage, "context" | "template"> | "away" | null> {
    const { templates } = this.mailroom
    const compiled = this.options.compiled ?? ((version, locale) => templates.compiled(version, locale, shopLocale))
    if (!facts.template_version_id) return null
    try {
      const template = await compiled(facts.template_version_id, facts.locale)
      if (!template) throw new Error(`There is no template version ${facts.template_version_id}.`)
      const sealed = facts.sealed_context
      const context = sealed
        ? (JSON.parse(await this.mailroom.keyring.unseal(sealed)) as Record<string, unknown>)
        : facts.context
      if (!context) throw new Error("What it is about is gone: its content was deleted.")
      return { template, context }
    } catch (error) {
      if (isDatabaseAway(error)) return "away"
      const cause = error instanceof Error ? error : new Error(String(error))
      this.mailroom.log.error(`Mailroom: message ${facts.id} has no content that could be rendered`, cause)
      return null
    }
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

const aboutToLeave = (facts: DeliveryFacts): AboutToLeave => ({
  id: facts.id,
  kind: facts.kind,
  node: facts.node,
  subjectKind: facts.subject_kind,
  subjectId: facts.subject_id,
  onlyIf: Array.isArray(facts.context?.onlyIf) ? (facts.context.onlyIf as string[]) : [],
  product: productIn(facts.context),
})

/** The product that an automation's mail is about. */
function productIn(context: DeliveryFacts["context"]): AboutToLeave["product"] {
  const { id, price = null, currency = null } = (context?.product ?? {}) as Record<string, string | null | undefined>
  return id ? { id, price, currency } : null
}

const isWaiting = (status: string) => status === "queued" || status === "in_doubt"

export const dispatcher = (mailroom: Mailroom, options?: DispatcherOptions): Loop => new Dispatcher(mailroom, options)
