import { thingsOf, type AboutToLeave } from "../core/automations/last-instant"
import { MARKETING_LIVES_MS, withoutRoom, type SendRules } from "../core/automations/send-rules"
import { windowOf, type SendingWindow } from "../core/mailings/sending-window"
import { gate } from "../core/messages/gate"
import type { DropReason } from "../core/messages/states"
import type { Settings } from "../core/settings/settings"
import type { CompiledTemplate } from "../core/templates/contexts"
import { isDatabaseAway } from "../modules/mailroom/database"
import type { Mailroom } from "../modules/mailroom/mailroom"
import type { ClaimedRow } from "../modules/mailroom/sql/claim-deliveries"
import { selectDeliveryFacts, type DeliveryFacts } from "../modules/mailroom/sql/delivery-facts"
import type { LaneRow } from "../modules/mailroom/sql/lanes"
import type { Wait } from "../modules/mailroom/sql/postpone-deliveries"
import { attachmentBookOf } from "./attachment-book"
import { DomainLimits } from "./domain-limits"
import { gateFactsOf } from "./gate-facts-of"
import { lastInstantCheck } from "./last-instant"
import { noticeFileOf } from "./notice-file"
import { offerBookOf } from "./offers"
import type { ReadyMessage } from "./ready-message"
import type { Conditions } from "./sending-conditions"
import type { SendingHealth } from "./sending-health"
import { withoutUsedCodes } from "./used-codes"
import { WindowClock } from "./window-clock"

const SHOP_AWAY_MS = 60_000
/** How often a mail of a paused automation is looked at: so long after "Resume" the last of them goes. */
const PAUSED_MS = 5 * 60_000
/** Claimed for the first time (its first second is cut off): has no turn at its domain yet. */
const NEW_MS = 2_000

/** What a message is told at the door: go, never, later, or that it was settled by another way meanwhile. */
export type Verdict =
  | { ready: ReadyMessage }
  | { refused: DeliveryFacts; status: "dropped" | "expired" | "failed"; reason: string }
  | { waiting: string; delayMs: number }
  /** Its automation makes it wait, which is written down. */
  | { postponed: Omit<Wait, "token"> }
  | { settled: string }

export type CompiledBy = (versionId: string, locale: string) => Promise<(CompiledTemplate & { locale?: string }) | null>

/** One claim: what all its messages have in common. */
type Asked = {
  token: string
  conditions: Conditions
  places: Map<string, number>
  shop: Map<string, DropReason> | null
}

/**
 * Judges claimed messages in the last instant and gives those that may go what they leave with. Of what it learns it writes
 * down only which promotion codes are used up; the verdicts are carried out by whoever asked.
 */
export class Admission {
  private readonly windows = new WindowClock()
  private readonly limits = new DomainLimits()

  constructor(
    private readonly mailroom: Mailroom,
    private readonly health: SendingHealth,
    private readonly compiled?: CompiledBy,
  ) {}

  /** One verdict for each row; the gate is asked for all of them in one statement. */
  async judge(rows: ClaimedRow[], token: string, conditions: Conditions): Promise<Verdict[]> {
    const facts = await this.mailroom.db.query<DeliveryFacts>(
      selectDeliveryFacts(rows, conditions.settings.frequency, conditions.ranks),
    )
    const factsOf = new Map(facts.map((one) => [one.id, one]))
    const asked = { token, conditions, places: new Map<string, number>(), shop: await this.askShop(facts) }
    const verdicts: Verdict[] = []
    for (const row of rows) {
      const one = factsOf.get(row.id)
      verdicts.push(one && isWaiting(one.status) ? await this.verdictOn(row, one, asked) : { settled: row.id })
    }
    const ready = verdicts.flatMap((verdict) => ("ready" in verdict ? [verdict.ready] : []))
    const unmade = new Set(await this.furnish(ready))
    if (unmade.size === 0) return verdicts
    return verdicts.map((verdict) =>
      "ready" in verdict && unmade.has(verdict.ready) ? later(verdict.ready.facts.id, SHOP_AWAY_MS) : verdict,
    )
  }

  private async verdictOn(row: ClaimedRow, facts: DeliveryFacts, asked: Asked): Promise<Verdict> {
    const { conditions, places, shop } = asked
    const rules = facts.origin === "automation" ? conditions.sendRules.get(facts.source_id!) : undefined
    if (rules?.state === "paused" && !facts.is_test) return postponed(facts, PAUSED_MS, "automation_paused")
    if (row.is_expired) return { refused: facts, status: "expired", reason: "too_late" }
    const sender = conditions.senders.find(({ id }) => id === facts.sender_id) ?? conditions.senders[0] ?? null
    const verdict = gate(gateFactsOf(facts, conditions.settings, sender), new Date(facts.asked_at))
    if (verdict.verdict === "drop")
      return rules ? roomless(facts, verdict.reason, rules, conditions) : dropped(facts, verdict.reason)
    if (!shop && thingsOf(aboutToLeave(facts)).length > 0) return later(row.id, SHOP_AWAY_MS)
    const shopsReason = shop?.get(row.id)
    if (shopsReason) return dropped(facts, shopsReason)
    const place = places.get(row.domain) ?? 0
    places.set(row.domain, place + 1)
    const lane = conditions.lanes.find(({ id }) => id === row.lane_id)
    const closedMs = this.closedMs(facts, conditions.settings, rules?.sendingWindow ?? lane?.sending_window ?? null)
    if (closedMs > 0 && rules) return postponed(facts, closedMs, "quiet_hours", untilIn(facts, closedMs))
    const waitMs = closedMs || this.health.waitMs(row.domain, place) || this.limitMs(row, facts, conditions)
    if (waitMs > 0) return wait(facts, waitMs, lane)
    return this.ready(row, facts, asked.token, conditions, lane)
  }

  private async ready(
    row: ClaimedRow,
    facts: DeliveryFacts,
    token: string,
    conditions: Conditions,
    lane: LaneRow | undefined,
  ): Promise<Verdict> {
    const content = await this.contentOf(facts, conditions.settings.general.locale)
    if (content === "away") return later(row.id, 0)
    if (!content) return { refused: facts, status: "failed", reason: "render_failed" }
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

  /** Until its reader's clock shows an hour at which it may go; receipts, tests and letters go at any. */
  private closedMs(facts: DeliveryFacts, settings: Settings, own: SendingWindow | null): number {
    const { origin, time_zone: zone, asked_at: now } = facts
    const window = mayWait(facts) && origin !== "direct" ? windowOf(own, settings.schedule) : null
    return window ? this.windows.waitMs(window, { zone, fallback: settings.general.timeZone, now }) : 0
  }

  /** Until its domain's limit lets it go; receipts do not wait for it. */
  private limitMs(row: ClaimedRow, facts: DeliveryFacts, { settings }: Conditions): number {
    const now = facts.asked_at
    const isNew = now - row.first_attempt_at.getTime() < NEW_MS
    return this.limits.waitMs(settings.throttle, { domain: row.domain, isNew, mayWait: mayWait(facts), now })
  }

  /** Gives them prices (F53), files (F29) and usable codes (F31); those that could not be given theirs now. */
  private async furnish(ready: ReadyMessage[]): Promise<ReadyMessage[]> {
    const { mailroom } = this
    const unmade: ReadyMessage[][] = []
    // Each on its own: lines of which no file can be made hold up no other notice.
    for (const notice of ready.filter(({ facts }) => facts.kind === "custom_action"))
      unmade.push(
        await this.unmade([notice], withNoticeFile, `the file of notice ${notice.facts.id} could not be made`),
      )
    unmade.push(
      await this.unmade(
        ready.filter(({ template }) => template.products?.length),
        (asking) => offerBookOf(mailroom).attach(asking),
        "the shop could not be asked for prices; mails with products wait a minute",
      ),
      await this.unmade(
        ready.filter(({ template }) => template.envelope?.attachments),
        (asking) => attachmentBookOf(mailroom).attach(asking),
        "attachments could not be read; their mails wait a minute",
      ),
      await this.unmade(
        ready.filter(({ context }) => context.promotion !== undefined),
        (asking) => withoutUsedCodes(mailroom, asking),
        "the shop could not be asked for promotion codes; their mails wait a minute",
      ),
    )
    return unmade.flat()
  }

  /** Those that wait a minute because what they need could not be got; with the database away nobody can tell: it throws. */
  private async unmade(
    asking: ReadyMessage[],
    make: (asking: ReadyMessage[]) => Promise<void>,
    trouble: string,
  ): Promise<ReadyMessage[]> {
    if (asking.length === 0) return []
    return (await this.attempt(() => make(asking), trouble)) ? [] : asking
  }

  /** The shop's own word on mails about carts and orders; null when it cannot be asked now. */
  private async askShop(facts: DeliveryFacts[]): Promise<Map<string, DropReason> | null> {
    const trouble = "the shop could not be asked about carts and orders; their mails wait a minute"
    const answer = await this.attempt(() => lastInstantCheck(this.mailroom, facts.map(aboutToLeave)), trouble)
    return answer && answer.got
  }

  private async attempt<T>(ask: () => Promise<T>, trouble: string): Promise<{ got: T } | null> {
    try {
      return { got: await ask() }
    } catch (error) {
      if (isDatabaseAway(error)) throw error
      const cause = error instanceof Error ? error : new Error(String(error))
      this.mailroom.log.error(`Mailroom: ${trouble}`, cause)
      return null
    }
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
    const compiled = this.compiled ?? ((version, locale) => templates.compiled(version, locale, shopLocale))
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
}

async function withNoticeFile(notices: ReadyMessage[]): Promise<void> {
  for (const one of notices) one.attached = (await noticeFileOf(one.context)) ?? undefined
}

const mayWait = ({ class: messageClass, is_test: isTest }: DeliveryFacts) => messageClass === "marketing" && !isTest

const dropped = (facts: DeliveryFacts, reason: DropReason): Verdict => ({ refused: facts, status: "dropped", reason })

/** The gate refused a mail of an automation: where only the cap is in its way, the automation may make it wait. */
function roomless(facts: DeliveryFacts, reason: DropReason, rules: SendRules, { settings }: Conditions): Verdict {
  if (reason !== "frequency_cap" && reason !== "gave_way") return dropped(facts, reason)
  const { most, days } = settings.frequency
  const { recent_at: recentAt, planned_at: plannedAt, asked_at: now } = facts
  const verdict = withoutRoom({ reason, rules, cap: { recentAt, most: most!, days }, plannedAt, now })
  if ("drop" in verdict) return dropped(facts, verdict.drop)
  const delayMs = verdict.waitUntil - now
  const counted = { count: recentAt.length, days }
  return postponed(facts, delayMs, reason, reason === "gave_way" ? counted : { ...counted, ...untilIn(facts, delayMs) })
}

/** To the minute, so that two looks at the same wait see the same. */
const untilIn = ({ asked_at: now }: DeliveryFacts, delayMs: number) => ({
  until: new Date(Math.round((now + delayMs) / 60_000) * 60_000).toISOString(),
})

/** A marketing mail that has to wait is not too late because of it; a receipt ages as ever. */
function postponed(
  facts: DeliveryFacts,
  delayMs: number,
  reason: Wait["reason"],
  saw: Record<string, unknown> = {},
): Verdict {
  const livesMs = facts.class === "marketing" ? MARKETING_LIVES_MS : null
  return { postponed: { id: facts.id, delayMs, livesMs, reason, saw } }
}

const later = (id: string, delayMs: number): Verdict => ({ waiting: id, delayMs })

/** What would have its turn after the end that was set for it never has one. */
function wait(facts: DeliveryFacts, waitMs: number, lane: LaneRow | undefined): Verdict {
  const end = lane?.not_later_than?.getTime() ?? Infinity
  if (facts.asked_at + waitMs >= end) return { refused: facts, status: "expired", reason: "too_late" }
  return later(facts.id, waitMs)
}

const aboutToLeave = (facts: DeliveryFacts): AboutToLeave => ({
  id: facts.id,
  kind: facts.kind,
  node: facts.node,
  subjectKind: facts.subject_kind,
  subjectId: facts.subject_id,
  onlyIf: Array.isArray(facts.context?.onlyIf) ? (facts.context.onlyIf as string[]) : [],
  product: productIn(facts.context),
  ...(facts.contact_id && { reader: { contactId: facts.contact_id, since: facts.planned_at } }),
})

/** The product that an automation's mail is about. */
function productIn(context: DeliveryFacts["context"]): AboutToLeave["product"] {
  const { id, price = null, currency = null } = (context?.product ?? {}) as Record<string, string | null | undefined>
  return id ? { id, price, currency } : null
}

const isWaiting = (status: string) => status === "queued" || status === "in_doubt"
