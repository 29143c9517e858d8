import { MedusaError } from "@medusajs/framework/utils"
import { normaliseAddress } from "../../../core/contacts/normalise-address"
import { bindingSuppression, gate } from "../../../core/messages/gate"
import type { GateFacts, SuppressionFact } from "../../../core/messages/gate-facts"
import type { MessageClass } from "../../../core/messages/states"
import {
  whyNot,
  whyWaits,
  whySentenceText,
  whyYes,
  type LeavingEvidence,
  type StopEvidence,
  type WhyEvidence,
  type WhySentence,
} from "../../../core/messages/why-not"
import { whyText } from "../../../core/reports/why"
import { UUID } from "../../../core/reports/uuid"
import type { Database } from "../database"
import { selectNow } from "../sql/consent"
import { selectMailing, type MailingRow } from "../sql/mailings"
import {
  selectLeavings,
  selectRecentMails,
  selectStops,
  selectWaits,
  selectWhyMessages,
  selectWhyPerson,
  type LeavingRow,
  type StopRow,
  type WaitRow,
  type WhyMessageRow,
  type WhyPersonRow,
} from "../sql/why"
import type { SenderService } from "./senders"
import type { SettingsService } from "./settings"

/** One sentence why somebody got it, gets it, or does not (F12, F49). `key` is null when only `text` is known. */
export type Why = {
  verdict: "send" | "drop" | "sent" | "waiting" | "other"
  reason: string | null
  key: WhySentence["key"] | null
  values: Record<string, string>
  text: string
}

type Asked = { topicId?: string | null; mailingId?: string | null; messageClass?: MessageClass }

const MOST_MESSAGES = 200

/** "Why did, or why didn't, this person get it?" for any contact and message, mailing or topic. Reads only. */
export class WhyService {
  constructor(
    private readonly db: Database,
    private readonly services: { settings: SettingsService; senders: SenderService },
  ) {}

  /** What the gate would say now; about a mailing that has reached this person already, what it did say. */
  async ofContact(contactId: string, asked: Asked = {}): Promise<Why> {
    const mailing = asked.mailingId ? await this.mailing(asked.mailingId) : null
    if (mailing) {
      const [message] = await this.messages({ contactId, sourceId: mailing.id })
      if (message) return (await this.explain([message])).get(message.id)!
    }
    return this.wouldBe(contactId, {
      topicId: mailing ? mailing.topic_id : (asked.topicId ?? null),
      messageClass: asked.messageClass ?? "marketing",
      senderId: mailing?.sender_id ?? null,
    })
  }

  async ofMessage(id: string): Promise<Why> {
    const why = (await this.ofMessages([id])).get(id)
    if (!why) throw new MedusaError(MedusaError.Types.NOT_FOUND, `There is no message "${id}".`)
    return why
  }

  /** By message id, for a page of a list: three statements whatever the number. */
  async ofMessages(ids: string[]): Promise<Map<string, Why>> {
    return this.explain(await this.messages({ ids: ids.filter((id) => UUID.test(id)).slice(0, MOST_MESSAGES) }))
  }

  private async wouldBe(
    contactId: string,
    asked: { topicId: string | null; messageClass: MessageClass; senderId: string | null },
  ): Promise<Why> {
    const person = await this.person(contactId, asked.topicId)
    const question = {
      contactId,
      emailHash: person.email_hash,
      domain: person.domain,
      topicId: asked.topicId,
      at: null,
    }
    const settings = await this.services.settings.read()
    const [stops, [left], recent, sender, [clock]] = await Promise.all([
      this.db.query<StopRow>(selectStops([question])),
      this.db.query<LeavingRow>(selectLeavings([question])),
      this.recent([{ contactId, at: null }], settings.frequency),
      this.services.senders.resolve({ id: asked.senderId }),
      this.db.query<{ at: Date }>(selectNow()),
    ])
    const suppressions = stops.map(factOf)
    const facts: GateFacts = {
      class: asked.messageClass,
      isTest: false,
      hasAddress: Boolean(person.email),
      isAddressValid: Boolean(person.email) && normaliseAddress(person.email!).ok,
      topicId: asked.topicId,
      contact: {
        isErased: person.is_erased,
        pausedUntil: person.paused_until?.getTime() ?? null,
        lastSignOfLifeAt: person.last_sign_of_life_at?.getTime() ?? null,
      },
      address: person.marketing && {
        marketing: person.marketing,
        marketingExpiresAt: person.marketing_expires_at?.getTime() ?? null,
      },
      topicState: person.topic_state,
      suppressions,
      hasPostalAddress: Boolean(sender?.postal_address),
      inactiveMonths: settings.consent.inactiveMonths,
      frequency: recent[0] ? { recent: recent[0].count, ahead: 0, most: settings.frequency.most! } : null,
    }
    const verdict = gate(facts, clock!.at)
    const stop = bindingSuppression({ ...facts, suppressions })
    const evidence: WhyEvidence = {
      topic: person.topic_name,
      stop: stop && evidenceOf(stop.row),
      left: leavingOf(left),
      since: iso(asked.topicId ? (person.topic_since ?? person.marketing_since) : person.marketing_since),
      basis: person.marketing_basis,
      endsAt: iso(person.marketing_expires_at),
      pausedUntil: iso(person.paused_until),
      lastSignOfLifeAt: iso(person.last_sign_of_life_at),
      recent: recent[0] ?? null,
    }
    if (verdict.verdict === "send")
      return this.shown("send", null, whyYes(asked.messageClass === "marketing", evidence), settings.general)
    return this.shown("drop", verdict.reason, whyNot(verdict.reason, evidence), settings.general)
  }

  private async explain(messages: WhyMessageRow[]): Promise<Map<string, Why>> {
    const refused = messages.filter(({ status }) => status === "dropped" || status === "cancelled")
    const questions = refused.map((row) => ({
      contactId: row.contact_id ?? NOBODY,
      emailHash: row.email_hash,
      domain: row.domain,
      topicId: row.topic_id,
      at: row.settled_at,
    }))
    const { general, frequency } = await this.services.settings.read()
    const capped = refused.filter(({ reason }) => reason !== null && ABOUT_ROOM.has(reason))
    const waiting = messages.filter(({ status }) => status === "queued").map(({ id }) => id)
    const [stops, leavings, recent, waits] = await Promise.all([
      questions.length > 0 ? this.db.query<StopRow>(selectStops(questions)) : [],
      questions.length > 0 ? this.db.query<LeavingRow>(selectLeavings(questions)) : [],
      this.recent(
        capped.map((row) => ({ contactId: row.contact_id ?? NOBODY, at: row.settled_at })),
        frequency,
      ),
      waiting.length > 0 ? this.db.query<WaitRow>(selectWaits(waiting)) : [],
    ])
    return new Map(
      messages.map((row) => {
        const n = refused.indexOf(row) + 1
        const evidence = messageEvidence(row, {
          stops: stops.filter((stop) => stop.n === n),
          left: leavings.find((leaving) => leaving.n === n),
          recent: recent[capped.indexOf(row)] ?? null,
        })
        const wait = waits.find(({ id }) => id === row.id)
        const refusal = n > 0 && row.reason ? whyNot(row.reason, evidence) : null
        const sentence = wait ? whyWaits({ ...wait.saw, reason: wait.reason }) : refusal
        return [row.id, this.shown(verdictOf(row), row.reason, sentence, general)]
      }),
    )
  }

  private shown(
    verdict: Why["verdict"],
    reason: string | null,
    sentence: WhySentence | null,
    { timeZone }: { timeZone: string },
  ): Why {
    const date = new Intl.DateTimeFormat("en", { dateStyle: "long", timeZone })
    const moment = new Intl.DateTimeFormat("en", { dateStyle: "long", timeStyle: "short", timeZone })
    const text =
      sentence &&
      whySentenceText(
        sentence,
        (at) => date.format(new Date(at)),
        (at) => moment.format(new Date(at)),
      )
    return {
      verdict,
      reason,
      key: sentence?.key ?? null,
      values: sentence?.values ?? {},
      text: text ?? whyText(reason) ?? "",
    }
  }

  /** In the order of the questions; nothing while nobody counts. */
  private async recent(
    questions: Parameters<typeof selectRecentMails>[0],
    { most, days }: { most: number | null; days: number },
  ): Promise<{ count: number; days: number }[]> {
    if (most === null || questions.length === 0) return []
    const rows = await this.db.query<{ count: number }>(selectRecentMails(questions, days))
    return rows.map(({ count }) => ({ count, days }))
  }

  private messages(which: Parameters<typeof selectWhyMessages>[0]): Promise<WhyMessageRow[]> {
    return this.db.query<WhyMessageRow>(selectWhyMessages(which))
  }

  private async person(contactId: string, topicId: string | null): Promise<WhyPersonRow> {
    const [row] = UUID.test(contactId) ? await this.db.query<WhyPersonRow>(selectWhyPerson(contactId, topicId)) : []
    if (!row) throw new MedusaError(MedusaError.Types.NOT_FOUND, `There is no contact "${contactId}".`)
    if (topicId !== null && row.topic_id === null)
      throw new MedusaError(MedusaError.Types.NOT_FOUND, `There is no topic "${topicId}".`)
    return row
  }

  private async mailing(id: string): Promise<MailingRow> {
    const [row] = await this.db.query<MailingRow>(selectMailing(id))
    if (!row) throw new MedusaError(MedusaError.Types.NOT_FOUND, `There is no mailing "${id}".`)
    return row
  }
}

/** Reasons whose sentence says how many mails the person had. */
const ABOUT_ROOM: ReadonlySet<string> = new Set(["frequency_cap", "gave_way", "no_room_in_time"])

const NOBODY = "00000000-0000-0000-0000-000000000000"

type FactOfRow = SuppressionFact & { row: StopRow }

function factOf(row: StopRow): FactOfRow {
  return { scope: row.scope, topicId: row.topic_id, reason: row.reason, isDomain: row.domain !== null, row }
}

function evidenceOf({ reason, domain, created_at, expires_at, mail, code, note }: StopRow): StopEvidence {
  return {
    reason,
    isDomain: domain !== null,
    at: created_at.toISOString(),
    until: iso(expires_at),
    mail,
    code,
    domain,
    note,
  }
}

function leavingOf(row: LeavingRow | undefined): LeavingEvidence | null {
  if (!row) return null
  const by = row.actor === "contact" ? "contact" : "store"
  return { at: row.at.toISOString(), scope: row.purpose === "topic" ? "topic" : "all", mail: row.mail, by }
}

function messageEvidence(
  row: WhyMessageRow,
  { stops, left, recent }: { stops: StopRow[]; left: LeavingRow | undefined; recent: WhyEvidence["recent"] },
): WhyEvidence {
  const facts = { class: row.class, isTest: row.is_test, topicId: row.topic_id, suppressions: stops.map(factOf) }
  const stop = bindingSuppression(facts)
  return {
    topic: row.topic_name,
    stop: stop && evidenceOf(stop.row),
    left: leavingOf(left),
    since: iso(row.marketing_since),
    basis: row.marketing_basis,
    endsAt: iso(row.marketing_expires_at),
    pausedUntil: iso(row.paused_until),
    lastSignOfLifeAt: iso(row.last_sign_of_life_at),
    recent,
  }
}

function verdictOf({ status }: WhyMessageRow): Why["verdict"] {
  if (status === "sent") return "sent"
  if (status === "queued" || status === "held") return "waiting"
  return status === "dropped" || status === "cancelled" ? "drop" : "other"
}

const iso = (at: Date | null): string | null => at?.toISOString() ?? null
