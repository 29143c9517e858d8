import { randomBytes } from "node:crypto"
import { MedusaError } from "@medusajs/framework/utils"
import { countryRule, type CountryRule } from "../../../core/contacts/country-rules"
import { recordBasis, type RecordableBasis } from "../../../core/contacts/record-basis"
import type { Database } from "../database"
import type { Bus } from "../mailroom"
import {
  advanceBasisRecord,
  countAudience,
  insertBasisRecord,
  selectBasisRecord,
  selectBasisRecords,
  selectGroup,
  selectGroupShape,
  selectRunningBasis,
  stopBasisRecord,
  type AudienceCountRow,
  type BasisRecordRow,
  type Group,
  type GroupMember,
  type GroupShapeRow,
} from "../sql/bases"
import { selectNow } from "../sql/consent"
import type { ConsentService, Said } from "./consent"
import type { FadingService } from "./fading"
import type { SettingsService } from "./settings"
import type { TopicService } from "./topics"

/** "Who may I write to?": everybody counted, by country and what its law asks (F57). */
export type Audience = {
  totals: Omit<AudienceCountRow, "country"> & { inactive: number; sunset: number }
  countries: (AudienceCountRow & { rule: CountryRule })[]
}

export type BasisInput = Group & {
  basis: RecordableBasis
  topicIds: string[]
  /** YYYY-MM-DD: when these people agreed, asked or bought. */
  agreedOn: string
  reason: string
  wording: string
  locale?: string | null
}

/** What recording would do: how many, who not and why, and what the owner should know. */
export type BasisPreview = {
  total: number
  recorded: number
  refused: Record<string, number>
  warnings: Record<string, number>
}

/** `BasisRecord` of docs/api.md. */
export type BasisRecord = Omit<BasisRecordRow, "wording_id" | "after_address" | "created_at" | "finished_at"> & {
  created_at: string
  finished_at: string | null
}

const BATCH = 1000

/** Bases that an owner records for people whom Mailroom never asked; one entry in the log per person. */
export class BasisService {
  constructor(
    private readonly db: Database,
    private readonly services: {
      consent: ConsentService
      topics: TopicService
      settings: SettingsService
      fading: FadingService
      bus: Bus
    },
  ) {}

  async audience(): Promise<Audience> {
    const [rows, fading] = await Promise.all([
      this.db.query<AudienceCountRow>(countAudience()),
      this.services.fading.counts(),
    ])
    const sum = (of: (row: AudienceCountRow) => number) => rows.reduce((total, row) => total + of(row), 0)
    return {
      totals: {
        subscribed: sum((row) => row.subscribed),
        pending: sum((row) => row.pending),
        unsubscribed: sum((row) => row.unsubscribed),
        never_asked_buyers: sum((row) => row.never_asked_buyers),
        never_asked_others: sum((row) => row.never_asked_others),
        ...fading,
      },
      countries: rows.map((row) => ({ ...row, rule: countryRule(row.country) })),
    }
  }

  /** Suppressed people are told apart only when it is written: the preview counts them as recorded. */
  async preview(input: Pick<BasisInput, "people" | "countries" | "basis" | "agreedOn">): Promise<BasisPreview> {
    const now = await this.now()
    const shape = await this.db.query<GroupShapeRow>(selectGroupShape(input))
    const preview: BasisPreview = { total: 0, recorded: 0, refused: {}, warnings: {} }
    for (const { country, last_order_at: lastOrderAt, n } of shape) {
      const verdict = recordBasis({ basis: input.basis, country, lastOrderAt, agreedOn: dayOf(input.agreedOn), now })
      preview.total += n
      if (verdict.kind === "refuse") add(preview.refused, verdict.reason, n)
      else preview.recorded += n
      if (verdict.kind === "record" && verdict.warning) add(preview.warnings, verdict.warning, n)
    }
    return preview
  }

  /** Begins to write; a loop does it in batches. Throws INVALID_DATA for a day in the future or an unknown topic. */
  async record(input: BasisInput, by: string | null): Promise<BasisRecord> {
    const now = await this.now()
    if (dayOf(input.agreedOn) > now)
      throw invalid(
        `agreed_on is "${input.agreedOn}": nobody can have agreed in the future. Give the day on which they did.`,
      )
    if (input.topicIds.length === 0) throw invalid("topic_ids is empty: say what these people agreed to get.")
    const known = new Set((await this.services.topics.list()).filter((one) => !one.archived_at).map(({ id }) => id))
    const unknown = input.topicIds.find((id) => !known.has(id))
    if (unknown !== undefined) throw invalid(`topic_ids: there is no topic "${unknown}".`)
    const { total } = await this.preview(input)
    const { general } = await this.services.settings.read()
    const id = `mbas_${randomBytes(10).toString("hex")}`
    const locale = input.locale ?? general.locale
    const wordingId = await this.services.consent.wordingId(this.db, {
      kind: "recorded_basis",
      locale,
      text: input.wording,
    })
    await this.db.query(insertBasisRecord({ ...input, id, wordingId, total, by }))
    return this.get(id)
  }

  async list(): Promise<BasisRecord[]> {
    return (await this.db.query<BasisRecordRow>(selectBasisRecords())).map(shown)
  }

  async get(id: string): Promise<BasisRecord> {
    const [row] = await this.db.query<BasisRecordRow>(selectBasisRecord(id))
    if (!row) throw new MedusaError(MedusaError.Types.NOT_FOUND, `There is no recorded basis "${id}".`)
    return shown(row)
  }

  /** What is written stays written: the log knows no way back but each person's own. */
  async stop(id: string): Promise<BasisRecord> {
    await this.db.query(stopBasisRecord(id))
    return this.get(id)
  }

  /** One batch of the oldest running record; false when there is none. */
  async step(): Promise<boolean> {
    const [record] = await this.db.query<BasisRecordRow>(selectRunningBasis())
    if (!record) return false
    const now = await this.now()
    const changed = await this.db.transaction(async (tx) => {
      const members = await tx.query<GroupMember>(selectGroup(record, record.after_address, BATCH))
      const refused: Record<string, number> = {}
      const utterances = members.flatMap((member) => {
        const verdict = verdictOf(record, member, now)
        if (verdict.kind === "record")
          return [{ addressId: member.address_id, said: agreed(record, verdict.expiresAt) }]
        add(refused, verdict.reason, 1)
        return []
      })
      const moved = await tx.query(
        advanceBasisRecord({
          id: record.id,
          from: record.after_address,
          to: members.at(-1)?.address_id ?? null,
          seen: members.length,
          recorded: utterances.length,
          refused,
          isLast: members.length < BATCH,
        }),
      )
      if (moved.length === 0) return []
      return this.services.consent.append(tx, utterances, {
        source: "admin",
        method: "recorded_basis",
        actor: record.created_by ?? "api key",
        wordingId: record.wording_id,
        note: record.reason,
        at: earlier(dayOf(record.agreed_on), now),
      })
    })
    for (const { contactId, addressId } of changed)
      await this.services.bus.emit("mailroom.contact.subscribed", {
        contact_id: contactId,
        address_id: addressId,
        topic_ids: record.topic_ids,
        method: "recorded_basis",
      })
    return true
  }

  private async now(): Promise<Date> {
    const [row] = await this.db.query<{ at: Date }>(selectNow())
    return row!.at
  }
}

function verdictOf(record: BasisRecordRow, member: GroupMember, now: Date) {
  if (member.is_suppressed) return { kind: "refuse" as const, reason: "suppressed" }
  return recordBasis({
    basis: record.basis as RecordableBasis,
    country: member.country,
    lastOrderAt: member.last_order_at,
    agreedOn: dayOf(record.agreed_on),
    now,
  })
}

function agreed({ basis, topic_ids }: BasisRecordRow, expiresAt: Date | null): Said[] {
  return [
    { purpose: "marketing", action: "grant", basis, expiresAt },
    ...topic_ids.map((topicId): Said => ({ purpose: "topic", topicId, action: "grant", basis })),
  ]
}

function shown({ wording_id: _, after_address: __, ...row }: BasisRecordRow): BasisRecord {
  return { ...row, created_at: row.created_at.toISOString(), finished_at: row.finished_at?.toISOString() ?? null }
}

function add(counts: Record<string, number>, key: string, n: number): void {
  counts[key] = (counts[key] ?? 0) + n
}

const dayOf = (day: string) => new Date(`${day}T00:00:00Z`)
const earlier = (a: Date, b: Date) => (a < b ? a : b)
const invalid = (message: string) => new MedusaError(MedusaError.Types.INVALID_DATA, message)
