import { randomBytes } from "node:crypto"
import { MedusaError } from "@medusajs/framework/utils"
import type { AbFacts } from "../../../core/mailings/ab-checklist"
import { ASSUMED, type UsualRates } from "../../../core/mailings/ab-outlook"
import { chosenBy, type AbResult } from "../../../core/mailings/ab-result"
import {
  MOST_DAYS_TO_CHOOSE,
  partsOf,
  variantContents,
  variantLetter,
  type AbTest,
} from "../../../core/mailings/ab-test"
import { nextTimeOfDay } from "../../../core/mailings/ab-time"
import { abVerdict, type AbVerdict, type VariantFigures } from "../../../core/mailings/ab-verdict"
import { documentSchema } from "../../../core/templates/document"
import { documentProblems } from "../../../core/templates/document-problems"
import type { Database, Db } from "../database"
import { selectNow } from "../sql/consent"
import {
  chooseVariant,
  insertVariants,
  markTestSent,
  selectIsOver,
  selectMainCurrency,
  selectUsual,
  selectVariantCounters,
  selectVariantOrders,
  selectVariants,
  selectVariantTexts,
  setParts,
  type UsualRow,
  type VariantCounters,
  type VariantOrders,
  type VariantRow,
  type VariantText,
} from "../sql/mailing-variants"
import type { MailingRow } from "../sql/mailings"
import type { MailingService } from "./mailings"
import type { SettingsService } from "./settings"

/** One variant as the report shows it; `hits` of `people` is what decides. Null: cannot be known. */
export type ShownVariant = {
  variant: number
  letter: string
  subject: string
  due_at: string | null
  sent: number
  tracked: number
  open: number | null
  click: number | null
  unsubscribed: number
  people: number
  hits: number
  revenue: number | null
}

export type ShownTest = {
  test: AbTest
  /** "undecided": over without a choice; the rest got nothing. */
  phase: "sending" | "waiting" | "choose" | "decided" | "undecided"
  test_sent_at: string | null
  decides_at: string | null
  /** By hand: until then; after it the rest gets nothing. */
  choose_by: string | null
  variants: ShownVariant[]
  rest: { people: number; sent: number }
  /** Only after the waiting time: whoever looks again and again finds a winner by chance. */
  verdict: AbVerdict | null
  result: AbResult | null
  currency: string | null
}

const HOUR_MS = 3_600_000
/** Below this many mails the past says nothing, and usual figures are assumed. */
const ENOUGH_PAST = 500

/** A/B tests (F34): what stands before the start, who is in which variant, and which one gets the rest. */
export class MailingVariantService {
  constructor(
    private readonly db: Database,
    private readonly parts: { mailings: MailingService; settings: SettingsService },
  ) {}

  /** For the checklist; null where there is no test. */
  async facts(mailing: MailingRow): Promise<AbFacts | null> {
    const { ab, is_tracked: isTracked, local_wall: wall, control_share: controlShare } = mailing
    if (ab === null) return null
    return {
      test: ab,
      mailing,
      controlShare,
      isTracked,
      isLocal: wall !== null,
      problems: variantContents(mailing, ab).map(({ document }) => problemsOf(document)),
      rates: await this.usualRates(),
    }
  }

  /** The key that the audience is shuffled by; null: nothing is drawn by lot. */
  newKey({ ab, control_share }: Pick<MailingRow, "ab" | "control_share">): string | null {
    return ab !== null || control_share > 0 ? randomBytes(16).toString("hex") : null
  }

  /** In the transaction that freezes the audience. `versions`: what each variant was published as, the first one first. */
  async begin(
    tx: Db,
    mailing: MailingRow,
    start: { shuffleKey: string | null; audience: number; versions: string[] },
  ): Promise<void> {
    const { shuffleKey, audience, versions } = start
    if (shuffleKey === null) return
    const { ab, control_share: controlShare } = mailing
    await tx.query(setParts(mailing.id, { shuffleKey, ...partsOf(audience, { controlShare, ab }) }))
    if (ab === null) return
    const [clock] = await tx.query<{ at: Date }>(selectNow())
    const zone = await this.zone()
    const variants = variantContents(mailing, ab).map(({ time, ...content }, at) => ({
      variant: at + 1,
      ...content,
      due_at: time === null ? null : nextTimeOfDay(time, clock!.at, zone).toISOString(),
      template_version_id: versions[at]!,
    }))
    await tx.query(insertVariants(mailing.id, variants))
  }

  /** Template versions of its variants; none where there is no test. */
  async versions(mailing: MailingRow): Promise<string[]> {
    if (mailing.ab === null) return []
    const rows = await this.db.query<VariantRow>(selectVariants(mailing.id))
    return rows.map(({ template_version_id }) => template_version_id)
  }

  /** What was sent of a test, for those who look on; variants that differ in their time alone are one. */
  async texts(tx: Db, mailing: MailingRow): Promise<VariantText[]> {
    return mailing.ab === null ? [] : tx.query<VariantText>(selectVariantTexts(mailing.id))
  }

  /** One look of the planner while the rest waits: true when there is a result now. */
  async advance(mailing: MailingRow): Promise<boolean> {
    const { id, ab, lane_id, test_sent_at } = mailing
    if (ab === null) return false
    if (test_sent_at === null) {
      await this.db.query(markTestSent(id, lane_id!))
      return false
    }
    if (ab.decide === "manual" || !(await this.isOver(id, ab))) return false
    const { figures, currency } = await this.figures(mailing, ab)
    const verdict = abVerdict(figures, unitOf(ab))
    return this.keep(mailing, { chosen: chosenBy(ab, verdict), verdict, figures, currency, by: null })
  }

  /** "This one now", at any moment of the test. Throws NOT_ALLOWED when it is decided, or nothing is tested. */
  async choose(id: string, variant: number, by: string): Promise<void> {
    const mailing = await this.parts.mailings.row(id)
    const { ab } = mailing
    if (ab === null || mailing.test_rows === null)
      throw refused("No A/B test runs in this mailing. Choose a variant while its test is running.")
    if (variant > ab.variants.length)
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `"variant" must be a number from 1 to ${ab.variants.length}; ${variant} is none of them.`,
      )
    const { figures, currency } = await this.figures(mailing, ab)
    const isOver = mailing.test_sent_at !== null && (await this.isOver(id, ab))
    const verdict = isOver ? abVerdict(figures, unitOf(ab)) : null
    if (await this.keep(mailing, { chosen: variant, verdict, figures, currency, by })) return
    const now = await this.parts.mailings.row(id)
    throw refused(
      now.ab_result
        ? `Variant ${variantLetter(now.ab_result.chosen)} was chosen already; the rest is getting it.`
        : `This mailing is ${now.state}: no variant can be chosen any more.`,
    )
  }

  /** Null where nothing is tested, or nothing has started. */
  async shown(id: string): Promise<ShownTest | null> {
    const mailing = await this.parts.mailings.row(id)
    const { ab, test_sent_at, test_rows, audience_rows, ab_result } = mailing
    if (ab === null || test_rows === null) return null
    const [variants, counted, { figures, currency }] = await Promise.all([
      this.db.query<VariantRow>(selectVariants(id)),
      this.db.query<VariantCounters>(selectVariantCounters(id)),
      this.figures(mailing, ab),
    ])
    const isOver = test_sent_at !== null && (await this.isOver(id, ab))
    const n = (variant: number, kind: string) => counted.find((one) => one.variant === variant)?.counters[kind] ?? 0
    return {
      test: ab,
      phase: phaseOf(mailing, ab, isOver),
      test_sent_at: test_sent_at?.toISOString() ?? null,
      decides_at: test_sent_at && new Date(test_sent_at.getTime() + ab.wait_hours * HOUR_MS).toISOString(),
      choose_by: chooseBy(mailing, ab),
      variants: variants.map((one) => shownVariant(one, (kind) => n(one.variant, kind), figures)),
      rest: { people: Number(audience_rows) - Number(test_rows), sent: n(0, "sent") },
      verdict: ab_result ? ab_result.verdict : isOver ? abVerdict(figures, unitOf(ab)) : null,
      result: ab_result,
      currency,
    }
  }

  private async keep(mailing: MailingRow, result: Omit<AbResult, "at">): Promise<boolean> {
    const [clock] = await this.db.query<{ at: Date }>(selectNow())
    const time = mailing.ab!.variants[result.chosen - 1]!.time
    const restDueAt = time ? nextTimeOfDay(time, clock!.at, await this.zone()) : null
    const kept = { ...result, at: clock!.at.toISOString() }
    return (await this.db.query(chooseVariant(mailing.id, kept, restDueAt))).length > 0
  }

  private async isOver(id: string, ab: AbTest): Promise<boolean> {
    const [row] = await this.db.query<{ is_over: boolean | null }>(selectIsOver(id, ab.wait_hours))
    return row?.is_over ?? false
  }

  /** Opens and clicks by their counters, of those who agreed; orders and what they are worth from the shop, of everybody. */
  private async figures(
    mailing: MailingRow,
    { criterion, variants }: AbTest,
  ): Promise<{ figures: VariantFigures[]; currency: string | null }> {
    const numbers = variants.map((_, at) => at + 1)
    if (criterion === "order" || criterion === "revenue") {
      const currency = criterion === "revenue" ? await this.mainCurrency() : null
      const rows = await this.db.query<VariantOrders>(selectVariantOrders(mailing.id, currency))
      const none = { people: 0, hits: 0, sum: 0, squares: 0 }
      return {
        currency,
        figures: numbers.map((n) => rows.find(({ variant }) => variant === n) ?? { variant: n, ...none }),
      }
    }
    const rows = await this.db.query<VariantCounters>(selectVariantCounters(mailing.id))
    const figures = numbers.map((variant) => {
      const counters = rows.find((row) => row.variant === variant)?.counters ?? {}
      const hits = counters[criterion === "open" ? "open_human" : "click_human"] ?? 0
      return { variant, people: Math.max(hits, counters.tracked ?? 0), hits }
    })
    return { currency: null, figures }
  }

  private async usualRates(): Promise<UsualRates> {
    const [past] = await this.db.query<UsualRow>(selectUsual())
    const { sent, tracked, open, click, orders, spread } = past!
    const spreadOf = spread ?? ASSUMED.spread
    if (sent < ENOUGH_PAST) return { ...ASSUMED, spread: spreadOf }
    const rate = (hits: number, people: number, assumed: number) =>
      people < ENOUGH_PAST || hits === 0 ? assumed : Math.min(0.9, hits / people)
    return {
      open: rate(open, tracked, ASSUMED.open),
      click: rate(click, tracked, ASSUMED.click),
      order: rate(orders, sent, ASSUMED.order),
      spread: spreadOf,
      isAssumed: false,
    }
  }

  private async mainCurrency(): Promise<string | null> {
    const [row] = await this.db.query<{ currency: string }>(selectMainCurrency())
    return row?.currency ?? null
  }

  private async zone(): Promise<string> {
    return (await this.parts.settings.read()).general.timeZone
  }
}

const unitOf = ({ criterion }: AbTest) => (criterion === "revenue" ? "money" : "people")

function phaseOf(
  { ab_result, test_sent_at, state }: MailingRow,
  { decide }: AbTest,
  isOver: boolean,
): ShownTest["phase"] {
  if (ab_result) return "decided"
  if (state === "sent" || state === "stopped") return "undecided"
  if (test_sent_at === null) return "sending"
  return isOver && decide === "manual" ? "choose" : "waiting"
}

function chooseBy({ test_sent_at, not_later_than: end }: MailingRow, ab: AbTest): string | null {
  if (ab.decide !== "manual" || test_sent_at === null) return null
  const last = test_sent_at.getTime() + ab.wait_hours * HOUR_MS + MOST_DAYS_TO_CHOOSE * 24 * HOUR_MS
  return new Date(Math.min(last, end?.getTime() ?? last)).toISOString()
}

function shownVariant(row: VariantRow, n: (kind: string) => number, figures: VariantFigures[]): ShownVariant {
  const { people, hits, sum } = figures.find(({ variant }) => variant === row.variant)!
  const tracked = n("tracked")
  const seen = (kind: string) => (tracked > 0 || n(kind) > 0 ? n(kind) : null)
  return {
    variant: row.variant,
    letter: variantLetter(row.variant),
    subject: row.subject,
    due_at: row.due_at?.toISOString() ?? null,
    sent: n("sent"),
    tracked,
    open: seen("open_human"),
    click: seen("click_human"),
    unsubscribed: n("unsubscribed"),
    people,
    hits,
    revenue: sum ?? null,
  }
}

function problemsOf(raw: unknown) {
  const parsed = documentSchema.safeParse(raw)
  return parsed.success ? documentProblems(parsed.data) : [{ block: null, problem: "empty" as const }]
}

const refused = (message: string) => new MedusaError(MedusaError.Types.NOT_ALLOWED, message)
