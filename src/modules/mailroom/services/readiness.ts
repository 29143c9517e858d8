import { findingsOf, type Finding, type TransportState } from "../../../core/settings/findings"
import { judgeLiveShop, type LiveShopVerdict, type ShopPrint } from "../../../core/settings/live-shop"
import type { SmtpTarget } from "../../../core/settings/smtp-target"
import { isDatabaseAway, type Database, type Statement } from "../database"
import { databaseFinding } from "../database-finding"
import { environmentOf, instanceUrlOf, type MailroomOptions } from "../options"
import { selectHasSearchIndex } from "../sql/contact-list"
import {
  learnLiveShop,
  seeLiveShop,
  selectDatabaseIdentity,
  selectDatabaseName,
  selectDispatcherAge,
  selectHasSent,
  selectIncarnation,
  selectLiveShop,
  selectTimeline,
  upsertLiveShop,
  type LiveShopRow,
} from "../sql/live-shop"
import { selectFlaggedDomains, type FlaggedDomain } from "../sql/dead-domains"
import type { SenderService } from "./senders"
import type { SettingsService } from "./settings"

/** The answer of `GET /admin/mailroom/readiness`. */
export type ReadinessState = {
  ready: boolean
  marketing_ready: boolean
  environment: string
  mode: "live" | "to_me_only"
  to_me_address: string | null
  findings: Finding[]
  live_shop: {
    matches: boolean
    confirmed: { base_url: string; environment: string; at: string; by: string | null } | null
    current: { base_url: string | null; environment: string }
  }
  transport: TransportState
}

/** Asks the server (connection, TLS, login) and resolves, or rejects with what it said. */
export type TransportCheck = (target: SmtpTarget) => Promise<void>

const CACHE_MS = 2000
/** A server that works is asked rarely; one that failed is asked again soon, because waiting mail depends on it. */
const RECHECK_OK_MS = 300_000
const RECHECK_FAILED_MS = 15_000
/** An answer that somebody asked for by hand stands for this long. */
const ASK_AGAIN_MS = 3_000

/**
 * Whether mail may leave, and if not, why (F59, F62). Wrong settings never stop the shop: Mailroom is *not ready*,
 * sends nothing and says what to do.
 */
export class ReadinessService {
  /** A start takes a while: until then a missing heartbeat is no news. Milliseconds of this process's own clock. */
  private readonly bornAt = performance.now()
  private cached?: { until: number; state: Promise<ReadinessState> }
  private checked?: { target: string; at: number; state: TransportState }
  private asking?: { target: string; until: number; state: Promise<TransportState> }
  private checkTransportBy?: TransportCheck
  private startError?: unknown

  constructor(
    private readonly db: Database,
    private readonly options: MailroomOptions,
    private readonly settings: SettingsService,
    private readonly senders: SenderService,
    private readonly optionProblems: string[] = [],
  ) {}

  /** Set by the composition root, because the module does not know transports. */
  useTransportCheck(check: TransportCheck): void {
    this.checkTransportBy = check
  }

  /** Why the pool could not be opened; undefined when it is open. */
  setStartError(error: unknown): void {
    this.startError = error
    this.cached = undefined
  }

  /** At most two seconds old, so that a dispatcher can ask before every batch. A database that is away is an answer, too. */
  state(): Promise<ReadinessState> {
    const now = performance.now()
    if (this.cached && now < this.cached.until) return this.cached.state
    const state = this.judge()
    const cached = { until: now + CACHE_MS, state }
    this.cached = cached
    state.catch(() => {
      if (this.cached === cached) this.cached = undefined
    })
    return state
  }

  /**
   * Asks the SMTP server now. Whoever asks while it is being asked, or shortly after, gets the same answer: an impatient
   * click must not become a connection each, which providers count as an attack.
   */
  async checkTransport(): Promise<TransportState> {
    const smtp = await this.settings.smtp()
    const target = JSON.stringify(smtp)
    if (this.asking?.target !== target || performance.now() > this.asking.until) {
      const asking = { target, until: Infinity, state: this.checkNow(smtp) }
      this.asking = asking
      const mayAskAgain = () => void (asking.until = performance.now() + ASK_AGAIN_MS)
      asking.state.then(mayAskAgain, mayAskAgain)
    }
    return this.asking.state
  }

  /** For a loop that looks every few seconds: asks the SMTP server when the last answer is old or the settings changed. */
  async recheckTransport(): Promise<void> {
    const target = JSON.stringify(await this.settings.smtp())
    const age = this.checked ? performance.now() - this.checked.at : Infinity
    const limit = this.checked?.state.state === "failed" ? RECHECK_FAILED_MS : RECHECK_OK_MS
    if (this.checked?.target !== target || age > limit) await this.checkTransport()
  }

  /** "This is the live shop": what was held may go. */
  async confirmLiveShop(by: string | null): Promise<ReadinessState> {
    await this.db.query(upsertLiveShop({ ...(await this.currentPrint()), by }))
    this.cached = undefined
    return this.state()
  }

  private async checkNow(target: SmtpTarget | null): Promise<TransportState> {
    const state = await this.askTransport(target, new Date().toISOString())
    this.checked = { target: JSON.stringify(target), at: performance.now(), state }
    this.cached = undefined
    return state
  }

  private async askTransport(target: SmtpTarget | null, checkedAt: string): Promise<TransportState> {
    if (!target) return { state: "not_configured", detail: null, checked_at: checkedAt }
    if (!this.checkTransportBy) return { state: "unchecked", detail: null, checked_at: null }
    try {
      await this.checkTransportBy(target)
      return { state: "ok", detail: null, checked_at: checkedAt }
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error)
      return { state: "failed", detail: detail.slice(0, 500), checked_at: checkedAt }
    }
  }

  private async judge(): Promise<ReadinessState> {
    try {
      if (this.startError) throw this.startError
      return await this.judgeByDatabase()
    } catch (error) {
      const finding = databaseFinding(error)
      if (!finding) throw error
      return this.notReady([finding, ...this.optionFindings()])
    }
  }

  private async judgeByDatabase(): Promise<ReadinessState> {
    const [settings, problems, sender, transport, liveShop, [dispatcher], flagged, [search]] = await Promise.all([
      this.settings.read(),
      this.settings.problems(),
      this.senders.resolve({}),
      this.transportState(),
      this.judgeLiveShop(),
      this.db.query<{ age: number | null }>(selectDispatcherAge()),
      this.db.query<FlaggedDomain>(selectFlaggedDomains()),
      this.db.query<{ is_there: boolean }>(selectHasSearchIndex()),
    ])
    const environment = environmentOf(this.options)
    const sentencesFrom = (source: "option" | "setting") =>
      problems.filter((problem) => problem.source === source).map(({ sentence }) => sentence)
    const findings = findingsOf({
      optionProblems: [...this.optionProblems, ...sentencesFrom("option")],
      settingProblems: sentencesFrom("setting"),
      settings,
      environment,
      transport,
      sender,
      liveShop,
      dispatcherAgeSeconds: dispatcher?.age ?? null,
      uptimeSeconds: (performance.now() - this.bornAt) / 1000,
      deadDomains: flagged.map(({ domain }) => domain),
      hasSearchIndex: search!.is_there,
    })
    const ready = !findings.some(({ severity }) => severity === "blocks")
    return {
      ready,
      marketing_ready: ready && !findings.some(({ severity }) => severity === "blocks_marketing"),
      environment,
      mode: settings.delivery.mode,
      to_me_address: settings.delivery.toMeAddress,
      findings,
      live_shop: {
        matches: liveShop.verdict.kind !== "mismatch",
        confirmed: liveShop.row && {
          base_url: liveShop.row.base_url,
          environment: liveShop.row.environment,
          at: new Date(liveShop.row.confirmed_at).toISOString(),
          by: liveShop.row.confirmed_by,
        },
        current: { base_url: instanceUrlOf(this.options), environment },
      },
      transport,
    }
  }

  private async transportState(): Promise<TransportState> {
    const target = await this.settings.smtp()
    if (!target) return { state: "not_configured", detail: null, checked_at: null }
    const isCurrent = this.checked?.target === JSON.stringify(target)
    return isCurrent ? this.checked!.state : { state: "unchecked", detail: null, checked_at: null }
  }

  private async judgeLiveShop() {
    const current = await this.currentPrint()
    const [row] = await this.db.query<LiveShopRow>(selectLiveShop())
    const confirmed = row ? printOf(row) : null
    const facts = { confirmed, current, unseenSeconds: row?.unseen_seconds ?? null }
    let verdict: LiveShopVerdict = judgeLiveShop({ ...facts, hasSent: true })
    if (verdict.kind === "mismatch") {
      // Asked only now: in a shop that sent nothing it reads the whole ledger.
      const [{ has_sent: hasSent } = { has_sent: true }] = await this.db.query<{ has_sent: boolean }>(selectHasSent())
      verdict = judgeLiveShop({ ...facts, hasSent })
    }
    if (verdict.kind === "adopt") await this.db.query(upsertLiveShop({ ...current, by: null }))
    if (verdict.kind === "learn") await this.db.query(learnLiveShop(current))
    if (verdict.kind === "matches") await this.db.query(seeLiveShop())
    return { verdict, confirmed, current, row: row ?? null }
  }

  /** Read each time: a database can be put back under a process that goes on running. */
  private async currentPrint(): Promise<ShopPrint> {
    const [database, incarnation, timeline] = await Promise.all([
      this.firstAllowed<{ database: string }>(selectDatabaseIdentity(), selectDatabaseName()),
      this.db.query<{ incarnation: string }>(selectIncarnation()),
      this.firstAllowed<{ timeline: string }>(selectTimeline()),
    ])
    return {
      baseUrl: instanceUrlOf(this.options) ?? "",
      environment: environmentOf(this.options),
      database: database!.database,
      incarnation: incarnation[0]!.incarnation,
      timeline: timeline?.timeline ?? "",
    }
  }

  /** Hosted servers refuse, or do not have, what looks at the server itself; then the next best says it, or nothing does. */
  private async firstAllowed<Row extends object>(wanted: Statement, instead?: Statement): Promise<Row | undefined> {
    try {
      return (await this.db.query<Row>(wanted))[0]
    } catch (error) {
      if (isDatabaseAway(error)) throw error
      return instead && (await this.db.query<Row>(instead))[0]
    }
  }

  private optionFindings(): Finding[] {
    return this.optionProblems.map((sentence) => ({
      key: "option_wrong",
      severity: "blocks",
      sentence,
      way_out: "Correct the option in medusa-config.ts and start the store again.",
      section: null,
    }))
  }

  private notReady(findings: Finding[]): ReadinessState {
    const environment = environmentOf(this.options)
    return {
      ready: false,
      marketing_ready: false,
      environment,
      mode: "live",
      to_me_address: null,
      findings,
      live_shop: { matches: true, confirmed: null, current: { base_url: instanceUrlOf(this.options), environment } },
      transport: { state: "unchecked", detail: null, checked_at: null },
    }
  }
}

function printOf(row: LiveShopRow): ShopPrint {
  const { base_url: baseUrl, environment, database, incarnation, timeline } = row
  return { baseUrl, environment, database, incarnation, timeline }
}
