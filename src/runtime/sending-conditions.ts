import { PRIORITIES } from "../core/automations/automation-settings"
import type { SendRules } from "../core/automations/send-rules"
import type { Sender } from "../core/settings/sender"
import type { Settings } from "../core/settings/settings"
import { signingKeyOf, type TokenKey } from "../core/tracking/tokens"
import type { Mailroom } from "../modules/mailroom/mailroom"
import { selectOpenLanes, type LaneRow } from "../modules/mailroom/sql/lanes"
import { countSenders } from "../modules/mailroom/sql/heartbeat"
import { selectSendRules, type SendRulesRow } from "../modules/mailroom/sql/send-rules"
import { selectSentLately } from "../modules/mailroom/sql/sending-hours"
import type { Transport } from "../transports/port"
import { SmtpTransport } from "../transports/smtp"
import { PROCESS_ID } from "./process-id"

/** How old what we know may be: a pause, a changed setting reaches the wire within this time. */
const FRESH_MS = 500

/** All that holds for every mail of the next half second. */
export type Conditions = {
  lanes: LaneRow[]
  openLanes: Set<number>
  /** With this process's share of the limit per second. */
  settings: Settings
  /** The limit per second of all processes together; null: none. */
  perSecondOfAll: number | null
  senders: Sender[]
  key: TokenKey
  transport: Transport
  /** Mails that the limits per hour and per day still allow; Infinity without limits. */
  quota: number
  /** How each automation sends, by its id. */
  sendRules: ReadonlyMap<string, SendRules>
  /** Automations whose priority is not the usual one; null: no mail goes before another's. */
  ranks: Record<string, number> | null
}

export type ConditionsOptions = {
  /** Instead of SMTP by the settings: tests and benches. */
  transport?: Transport
  mailsPerConnection?: number
}

/** Reads settings, lanes and limits at most twice a second, and holds the transport that fits them. */
export class SendingConditions {
  private known?: { at: number; conditions: Conditions | null }
  private made?: { target: string; transport: SmtpTransport }

  constructor(
    private readonly mailroom: Mailroom,
    private readonly options: ConditionsOptions = {},
  ) {}

  /** Null: nothing may leave now (not ready, restore guard, no server). */
  async current({ isFresh = false } = {}): Promise<Conditions | null> {
    if (!isFresh && this.known && performance.now() - this.known.at < FRESH_MS) return this.known.conditions
    const conditions = await this.read()
    this.known = { at: performance.now(), conditions }
    return conditions
  }

  /** What was read last, for decisions between two reads. */
  get last(): Conditions | null {
    return this.known?.conditions ?? null
  }

  async close(): Promise<void> {
    await this.made?.transport.close()
  }

  private async read(): Promise<Conditions | null> {
    const { readiness, settings: settingsService, senders, keyring, db } = this.mailroom
    const state = await readiness.state()
    if (!state.ready) return null
    const transport = this.options.transport ?? (await this.smtp())
    if (!transport) return null
    const settings = await settingsService.read()
    const all = await db.query<LaneRow>(selectOpenLanes())
    const lanes = all.filter((lane) => lane.transport === "tx" || state.marketing_ready)
    const rules = await db.query<SendRulesRow>(selectSendRules())
    return {
      lanes,
      openLanes: new Set(lanes.map(({ id }) => id)),
      settings: { ...settings, throttle: await this.share(settings.throttle) },
      perSecondOfAll: settings.throttle.perSecond,
      senders: await senders.list(),
      key: signingKeyOf(await keyring.signingKeys()),
      transport,
      quota: await this.quota(settings.throttle),
      sendRules: new Map(rules.map((row) => [row.id, sendRulesOf(row)])),
      ranks: ranksOf(rules),
    }
  }

  /** Each living process takes the same part, so that all together keep the limits per second. */
  private async share(throttle: Settings["throttle"]): Promise<Settings["throttle"]> {
    if (throttle.perSecond === null && throttle.domains.length === 0) return throttle
    const [senders] = await this.mailroom.db.query<{ n: number }>(countSenders({ processId: PROCESS_ID }))
    const { n } = senders!
    return {
      ...throttle,
      perSecond: throttle.perSecond === null ? null : throttle.perSecond / n,
      domains: throttle.domains.map(({ domain, perSecond }) => ({ domain, perSecond: perSecond / n })),
    }
  }

  private async quota({ perHour, perDay }: Settings["throttle"]): Promise<number> {
    if (perHour === null && perDay === null) return Infinity
    const [sent] = await this.mailroom.db.query<{ hour: number; day: number }>(selectSentLately())
    return Math.max(0, Math.min((perHour ?? Infinity) - sent!.hour, (perDay ?? Infinity) - sent!.day))
  }

  private async smtp(): Promise<Transport | null> {
    const smtp = await this.mailroom.settings.smtp()
    if (!smtp) return null
    const target = JSON.stringify(smtp)
    if (this.made?.target !== target) {
      await this.made?.transport.close()
      const { mailsPerConnection } = this.options
      this.made = { target, transport: new SmtpTransport(smtp, { mailsPerConnection }) }
    }
    return this.made.transport
  }
}

function sendRulesOf({ state, sending_window, when_capped, defer_days, priority }: SendRulesRow): SendRules {
  return { state, sendingWindow: sending_window, whenCapped: when_capped, deferDays: defer_days, priority }
}

function ranksOf(rules: SendRulesRow[]): Conditions["ranks"] {
  const unusual = rules.filter(({ priority }) => priority !== "normal")
  return unusual.length === 0
    ? null
    : Object.fromEntries(unusual.map(({ id, priority }) => [id, PRIORITIES.indexOf(priority)]))
}
