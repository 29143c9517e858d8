import { randomUUID } from "node:crypto"
import { deviceOf } from "../../../core/tracking/device"
import { burst, classify, HOLD_SECONDS } from "../../../core/tracking/classify"
import { ONE_HAND } from "../../../core/tracking/same-hand"
import { truncateIp } from "../../../core/contacts/truncate-ip"
import type { Token } from "../../../core/tracking/tokens"
import { Batcher } from "../batcher"
import type { Database, Db } from "../database"
import type { Bus, Log } from "../mailroom"
import { forgetHands, insertHandClicks, judgeHands, type MachineClickRow } from "../sql/click-hands"
import { settleSeen } from "../sql/doubts"
import {
  addUnrecorded,
  markInteraction,
  reclassifyAsMachine,
  recordEvents,
  selectClickTargets,
  selectFixedLinks,
  selectRecentClicks,
  selectTrackedFacts,
  settleUncertain,
  type AnonymousRow,
  type ClickRow,
  type ClickTargetRow,
  type EventRow,
  type FoldedNow,
  type SettledRow,
  type TrackedFacts,
} from "../sql/tracking"
import type { KeyringService } from "./keyring"
import type { SettingsService } from "./settings"

/** An open or click as a public route hears it. Aggregate tokens carry no person, so nothing of the request is kept. */
export type Heard = {
  token: Extract<Token, { type: "o" | "c" | "a" | "b" }>
  userAgent?: string | null
  ip?: string | null
  /** Address and browser as one text, where the address is the visitor's own; kept as a keyed hash for a minute. */
  hand?: string | null
}

/** What another part of Mailroom knows to have come back about a message. */
export type CameBack = {
  kind: "unsubscribed" | "resubscribed" | "spam" | "delivered"
  messageId: string
  detail?: Record<string, unknown>
}

/** An open or click as the bus hears of it. */
type Told = Pick<EventRow, "message_id" | "kind" | "at" | "classification" | "link_index" | "source_id"> & {
  contact_id: string | null
}

type Waiting = Heard & { heardAt: number }
type Clicked = { hand: string; event: EventRow }
type Outcome = "stored" | "not_recorded"

const ANSWER_WITHIN_MS = 250
/** Of events that wait while the database is away; more than this would cost the shop its memory. */
const MOST_WAITING = 50_000
/** Clicks that wait to be looked at by their hand; what comes beyond them is a person's or a burst's. */
const MOST_HANDS = 20_000
/** Nobody waits for it, so the clicks of a quarter of a second share the asking. */
const HANDS_WAIT_MS = 250
const SETTLED_AT_ONCE = 500

/**
 * What comes back of a mail: appended as events, folded into its status, counted for its report; all three in one
 * statement. Opens and clicks of many readers share one insert.
 */
export class TrackingService {
  private readonly recorder: Batcher<Waiting, Outcome>
  private readonly hands: Batcher<Clicked, void>
  private readonly targets: Batcher<string, ClickTargetRow | null>
  private readonly fixedLinks = new Map<string, Promise<{ locale: string; links: string[] }[]>>()
  private readonly background = new Set<Promise<void>>()
  private unrecorded = 0

  constructor(
    private readonly db: Database,
    private readonly services: { settings: SettingsService; keyring: KeyringService; bus: Bus; log: Log },
  ) {
    this.recorder = new Batcher({ size: 200, waitMs: 8, most: 1000 }, (heard) => this.flush(heard))
    this.hands = new Batcher({ size: 2000, waitMs: HANDS_WAIT_MS, most: 2000 }, (clicked) => this.findHands(clicked))
    this.targets = new Batcher({ size: 100, waitMs: 1, most: 500 }, (ids) => this.loadTargets(ids))
  }

  /**
   * Resolves when the event is stored (or rightly is not), at the latest after 250 ms: a reader must not wait for a slow
   * database. False = it was not in by then; if it never gets in, it counts as unrecorded.
   */
  async record(heard: Heard): Promise<boolean> {
    if (this.recorder.size >= MOST_WAITING) {
      this.unrecorded++
      return false
    }
    const stored = this.recorder.add({ ...heard, heardAt: performance.now() }).then(
      () => true,
      (error: Error) => {
        this.unrecorded++
        this.services.log.error(`An open or click could not be stored: ${error.message}`)
        return false
      },
    )
    return within(stored, ANSWER_WITHIN_MS, false)
  }

  /** Where a click goes, or null: the target is only ever what was in the mail, never anything in the request. */
  async target(token: Extract<Token, { type: "c" | "b" }>): Promise<string | null> {
    if (token.type === "b") return (await this.fixed(token.templateVersionId, null))[token.linkIndex] ?? null
    const message = await this.targets.add(token.messageId)
    if (!message?.template_version_id) return null
    const fixed = await this.fixed(message.template_version_id, message.locale)
    return fixed[token.linkIndex] ?? message.dynamic?.[token.linkIndex - fixed.length] ?? null
  }

  /** Facts that other services learn, in their transaction. Any order and repetition folds the same. */
  async append(tx: Db, facts: CameBack[]): Promise<void> {
    const known = await this.facts(
      tx,
      facts.map(({ messageId }) => messageId),
    )
    const rows = facts.flatMap(({ kind, messageId, detail }) => {
      const message = known.get(messageId)
      return message ? [eventRow(message, { kind, at: message.now, detail: detail ?? null })] : []
    })
    if (rows.length === 0) return
    await tx.query(recordEvents(rows, []))
    await this.endDoubts(tx, rows, known)
  }

  /** Stores what waits, and the number of what was lost; called when the process ends and now and then. */
  async drain(): Promise<void> {
    await this.recorder.drain()
    await this.hands.drain()
    await Promise.all(this.background)
    await this.reportUnrecorded()
  }

  /** Ends the hold of what was uncertain for a minute; true = there may be more. */
  async settleUncertain(): Promise<boolean> {
    const settled = await this.db.query<SettledRow>(
      settleUncertain({ holdSeconds: HOLD_SECONDS, limit: SETTLED_AT_ONCE }),
    )
    await this.tell(settled)
    return settled.length === SETTLED_AT_ONCE
  }

  async forgetHands(): Promise<void> {
    await this.db.query(forgetHands(ONE_HAND))
  }

  async reportUnrecorded(): Promise<void> {
    const n = this.unrecorded
    if (n === 0) return
    await this.db.query(addUnrecorded(n))
    this.unrecorded -= n
  }

  private async flush(heard: Waiting[]): Promise<Outcome[]> {
    const policy = (await this.services.settings.read()).tracking
    const judged = await this.db.transaction(async (tx) => {
      const facts = await this.facts(
        tx,
        heard.flatMap(({ token }) => ("messageId" in token ? token.messageId : [])),
      )
      const now = performance.now()
      const events = heard.map((one) => judge(one, { facts, policy, age: now - one.heardAt }))
      const anonymous = heard.flatMap((one) => anonymousRows(one, now - one.heardAt))
      const rows = events.flatMap((event) => event ?? [])
      if (rows.length === 0 && anonymous.length === 0) return { events, rows, facts }
      const folded = await tx.query<FoldedNow>(recordEvents(rows, anonymous))
      await this.findBursts(tx, rows, { folded, facts })
      return { events, rows, facts }
    })
    const certain = judged.rows.filter(({ classification }) => classification !== "uncertain")
    this.inBackground(
      this.tell(certain.map((row) => ({ ...row, contact_id: judged.facts.get(row.message_id)!.contact_id }))),
    )
    this.inBackground(this.endDoubts(this.db, judged.rows, judged.facts))
    const clicked = heard.flatMap(({ hand }, n) => clickedBy(hand, judged.events[n] ?? null))
    if (clicked.length > 0 && this.hands.size < MOST_HANDS)
      this.inBackground(Promise.all(clicked.map((one) => this.hands.add(one))).then(() => undefined))
    return heard.map((one, n) => (judged.events[n] || !("messageId" in one.token) ? "stored" : "not_recorded"))
  }

  private async facts(db: Db, messageIds: string[]): Promise<Map<string, TrackedFacts>> {
    if (messageIds.length === 0) return new Map()
    const rows = await db.query<TrackedFacts>(selectTrackedFacts([...new Set(messageIds)]))
    return new Map(rows.map((row) => [row.id, row]))
  }

  /** Whoever loads its pixel, a machine too, has it: the server took it. */
  private async endDoubts(db: Db, rows: EventRow[], known: Map<string, TrackedFacts>): Promise<void> {
    const doubtful = rows.map((row) => row.message_id).filter((id) => known.get(id)?.status === "in_doubt")
    if (doubtful.length > 0) await db.query(settleSeen([...new Set(doubtful)]))
  }

  /** Only messages that now have two clicks or more can be part of a burst, so the usual click costs nothing here. */
  private async findBursts(tx: Db, rows: EventRow[], known: { folded: FoldedNow[]; facts: Map<string, TrackedFacts> }) {
    const clicked = rows.filter(({ kind }) => kind === "click")
    // The fold does not count what is uncertain.
    const suspects = known.folded.filter(({ message_id: id, clicks }) =>
      clicked.some((row) => row.message_id === id && (clicks >= 2 || row.classification === "uncertain")),
    )
    if (suspects.length === 0) return
    const ids = suspects.map(({ message_id }) => message_id)
    const since = new Date(Math.min(...clicked.map(({ at }) => at.getTime())) - 10_000)
    const clicks = await tx.query<ClickRow>(selectRecentClicks(ids, since))
    const machine = ids.flatMap((id) => {
      const ofMessage = clicks.filter(({ message_id }) => message_id === id)
      return burst(
        ofMessage.map((click) => ({ ...click, linkIndex: click.link_index })),
        known.facts.get(id)!.links,
      )
    })
    const wrong = machine.filter(({ classification }) => classification !== "machine").map(({ id }) => id)
    if (wrong.length > 0) await tx.query(reclassifyAsMachine({ eventIds: wrong, messageIds: ids, since, why: "burst" }))
  }

  /**
   * Every server process writes down its own and then looks at all: whoever is last sees them together. Apart from the
   * transaction of the flush, which holds the fold of its own messages while this asks for that of others.
   */
  private async findHands(clicked: Clicked[]): Promise<void[]> {
    const { keyring } = this.services
    const clicks = await Promise.all(
      clicked.map(async ({ hand, event: { id: eventId, message_id: messageId, at } }) => ({
        hand: await keyring.handHash(hand),
        eventId,
        messageId,
        at,
      })),
    )
    await this.db.query(insertHandClicks(clicks))
    const hands = new Map(clicks.map(({ hand }) => [hand.toString("hex"), hand]))
    await this.db.transaction(async (tx) => {
      const machine = await tx.query<MachineClickRow>(judgeHands([...hands.values()], ONE_HAND))
      if (machine.length === 0) return
      const [eventIds, messageIds] = [machine.map((one) => one.event_id), machine.map((one) => one.message_id)]
      const since = new Date(Math.min(...machine.map(({ at }) => at.getTime())))
      await tx.query(reclassifyAsMachine({ eventIds, messageIds, since, why: "one_hand" }))
    })
    return clicked.map(() => undefined)
  }

  /**
   * Outside the transaction: it holds rows of the fold, and an unsubscribe that holds the contact waits for those. What is
   * uncertain is told when its hold is over, once.
   */
  private async tell(rows: Told[]): Promise<void> {
    const human = rows.filter(({ classification }) => classification === "human")
    const contactIds = human.flatMap(({ contact_id }) => contact_id ?? [])
    if (contactIds.length > 0) await this.db.query(markInteraction([...new Set(contactIds)]))
    for (const row of rows)
      await this.services.bus.emit(row.kind === "open" ? "mailroom.message.opened" : "mailroom.message.clicked", {
        message_id: row.message_id,
        contact_id: row.contact_id,
        source_id: row.source_id,
        classification: row.classification,
        link_index: row.link_index,
        at: row.at.toISOString(),
      })
  }

  private inBackground(work: Promise<void>): void {
    const quiet = work
      .catch((error: Error) => this.services.log.error(`After an open or click: ${error.message}`))
      .finally(() => this.background.delete(quiet))
    this.background.add(quiet)
  }

  private async loadTargets(ids: string[]): Promise<(ClickTargetRow | null)[]> {
    const rows = await this.db.query<ClickTargetRow>(selectClickTargets([...new Set(ids)]))
    const known = new Map(rows.map((row) => [row.id, row]))
    return ids.map((id) => known.get(id) ?? null)
  }

  /** Compiled versions never change, so they are kept; the oldest go first. */
  private async fixed(versionId: string, locale: string | null): Promise<string[]> {
    let loading = this.fixedLinks.get(versionId)
    if (!loading) {
      if (this.fixedLinks.size >= 1000) this.fixedLinks.delete(this.fixedLinks.keys().next().value!)
      loading = this.db.query<{ locale: string; links: string[] }>(selectFixedLinks(versionId))
      this.fixedLinks.set(versionId, loading)
      loading.then(
        (rows) => rows.length === 0 && this.fixedLinks.delete(versionId),
        () => this.fixedLinks.delete(versionId),
      )
    }
    const compiled = await loading
    const exact = compiled.find((one) => one.locale === locale)
    const language = compiled.find((one) => one.locale === locale?.split("-")[0])
    return (exact ?? language ?? compiled[0])?.links ?? []
  }
}

function judge(
  heard: Waiting,
  known: { facts: Map<string, TrackedFacts>; policy: { opens: string; clicks: string }; age: number },
): EventRow | null {
  const { token, userAgent = null, ip } = heard
  if (token.type !== "o" && token.type !== "c") return null
  const message = known.facts.get(token.messageId)
  const kind = token.type === "o" ? "open" : "click"
  if (!message || !mayRecord(message, kind === "open" ? known.policy.opens : known.policy.clicks)) return null
  const at = new Date(message.now.getTime() - known.age)
  const sentAt = message.status === "sent" ? message.settled_at : null
  const secondsAfterSent = sentAt ? (at.getTime() - sentAt.getTime()) / 1000 : null
  const { classification, score, client, rule } = classify({ kind, userAgent, secondsAfterSent })
  return eventRow(message, {
    kind,
    at,
    classification,
    score,
    link_index: token.type === "c" ? token.linkIndex : null,
    user_agent: userAgent?.replaceAll("\u0000", "").slice(0, 512) ?? null,
    ip: truncateIp(ip),
    // What the retention leaves when it takes the name of the browser away.
    detail: { client, rule, device: deviceOf(userAgent) },
  })
}

function clickedBy(hand: string | null | undefined, event: EventRow | null): Clicked[] {
  return hand && event?.kind === "click" ? [{ hand, event }] : []
}

/** Asked at the moment of the event: withdrawing acts on mails sent long ago (standards §3.3). */
function mayRecord({ tracking, is_erased }: TrackedFacts, policy: string): boolean {
  if (is_erased || tracking === "denied" || policy === "off" || policy === "aggregate_only") return false
  return tracking === "granted" || policy === "all"
}

function anonymousRows({ token }: Waiting, age: number): AnonymousRow[] {
  const age_ms = age
  if (token.type === "a") return [{ source_id: token.sourceId, kind: "open_anonymous", age_ms }]
  if (token.type !== "b") return []
  const { sourceId: source_id, linkIndex } = token
  return [
    { source_id, kind: "click_anonymous", age_ms },
    { source_id, kind: `click_anonymous:${linkIndex}`, age_ms },
  ]
}

function eventRow(message: TrackedFacts, event: Pick<EventRow, "kind" | "at"> & Partial<EventRow>): EventRow {
  return {
    id: randomUUID(),
    message_id: message.id,
    classification: null,
    score: null,
    link_index: null,
    user_agent: null,
    ip: null,
    detail: null,
    source_id: message.is_test ? null : message.source_id,
    variant: message.variant,
    ...event,
  }
}

async function within<T>(promise: Promise<T>, ms: number, late: T): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const timeout = new Promise<T>((resolve) => (timer = setTimeout(() => resolve(late), ms)))
  try {
    return await Promise.race([promise, timeout])
  } finally {
    clearTimeout(timer)
  }
}
