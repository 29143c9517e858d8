import { randomBytes } from "node:crypto"
import { MedusaError } from "@medusajs/framework/utils"
import { audienceSchema, NO_AUDIENCE, type Audience } from "../../../core/mailings/audience"
import { checklistOf, type Checklist, type ChecklistFacts } from "../../../core/mailings/checklist"
import { knownHost } from "../../../core/mailings/duration"
import { etaOf, type Eta } from "../../../core/mailings/eta"
import { firstInstantOf, wallOf } from "../../../core/mailings/local-time"
import {
  MAILING_STATES,
  refusalOf,
  shownName,
  type MailingAction,
  type MailingState,
} from "../../../core/mailings/mailing"
import { DEFAULT_CREDIT } from "../../../core/reports/credit-rule"
import { documentSchema } from "../../../core/templates/document"
import { documentProblems, type DocumentProblem } from "../../../core/templates/document-problems"
import type { Database } from "../database"
import {
  archiveDraft,
  insertMailing,
  moveMailing,
  scheduleMailing,
  selectMailing,
  selectMailings,
  selectProgress,
  setLaneState,
  updateMailing,
  type MailingFields,
  type MailingRow,
  type ProgressRow,
} from "../sql/mailings"
import { selectNow } from "../sql/consent"
import type { AudienceCount, MailingAudienceService } from "./mailing-audience"
import type { ReadinessService } from "./readiness"
import type { SenderService } from "./senders"
import type { SettingsService } from "./settings"
import type { TopicService } from "./topics"

export type MailingInput = Partial<Omit<MailingFields, "audience">> & { audience?: Partial<Audience> }

/** As the admin API answers it. */
export type Mailing = Omit<
  MailingRow,
  "template_version_id" | "lane_id" | "planned_rows" | "audience_rows" | "audience"
> & {
  audience: Audience
  shown_name: string
}

export type MailingProgress = Eta & {
  state: MailingState
  audience: number | null
  planned: number
  queued: number
  sent: number
  dropped: number
  failed: number
  in_doubt: number
  cancelled: number
  expired: number
  held: number
  /** Settled ÷ audience; null while the audience is not counted. */
  share: number | null
  problem: string | null
}

const EMPTY: MailingFields = {
  kind: "newsletter",
  name: null,
  subject: "",
  preheader: "",
  document: {},
  topic_id: null,
  audience: NO_AUDIENCE,
  credit: DEFAULT_CREDIT,
  sender_id: null,
  is_tracked: true,
  is_copy_kept: true,
}

/** Mailings from the draft to the last recipient. What runs by itself is in runtime/mailing-planner. */
export class MailingService {
  constructor(
    private readonly db: Database,
    private readonly services: {
      settings: SettingsService
      senders: SenderService
      topics: TopicService
      readiness: ReadinessService
      audiences: MailingAudienceService
    },
  ) {}

  /** Newest first; `next_cursor` is null on the last page. */
  async list(query: { cursor?: string | null; limit?: number; state?: string | null; q?: string | null } = {}) {
    const limit = query.limit ?? 50
    const after = query.cursor ? readCursor(query.cursor) : null
    const state = knownState(query.state ?? null)
    const rows = await this.db.query<MailingRow>(
      selectMailings({ after, limit: limit + 1, state, q: query.q?.trim() || null }),
    )
    const page = rows.slice(0, limit)
    const last = page.at(-1)
    const next_cursor = rows.length > limit && last ? cursorOf(last) : null
    return { mailings: await Promise.all(page.map((row) => this.shown(row))), next_cursor }
  }

  /** Throws NOT_FOUND. */
  async get(id: string): Promise<Mailing> {
    return this.shown(await this.row(id))
  }

  async create(input: MailingInput, by: string | null): Promise<Mailing> {
    const id = `mlg_${randomBytes(12).toString("hex")}`
    const fields = checked(EMPTY, input)
    // Asked here, so that a topic that does not exist is named, and not the key that it would violate.
    if (fields.topic_id) await this.services.topics.get(fields.topic_id)
    await this.db.transaction(async (tx) => {
      await tx.query(insertMailing(id, fields, by))
      await this.services.audiences.keep(tx, { id, ...fields })
    })
    return this.get(id)
  }

  /** Throws CONFLICT when somebody saved it meanwhile: the other tab's words must not be lost unseen. */
  async update(id: string, change: MailingInput & { revision: number }): Promise<Mailing> {
    const before = await this.row(id)
    refuse("edit", before.state)
    const { revision, ...input } = change
    const fields = checked(fieldsOf(before), input)
    if (fields.topic_id) await this.services.topics.get(fields.topic_id)
    const isSaved = await this.db.transaction(async (tx) => {
      if ((await tx.query(updateMailing(id, fields, revision))).length === 0) return false
      await this.services.audiences.keep(tx, { id, ...fields })
      return true
    })
    if (!isSaved) {
      const now = await this.row(id)
      refuse("edit", now.state)
      throw conflict(revision, now.revision)
    }
    return this.get(id)
  }

  async remove(id: string): Promise<void> {
    refuse("remove", (await this.row(id)).state)
    const isGone = await this.db.transaction(async (tx) => {
      if ((await tx.query(archiveDraft(id))).length === 0) return false
      await this.services.audiences.release(tx, id)
      return true
    })
    if (!isGone) refuse("remove", (await this.row(id)).state)
  }

  /** A new draft with the same content. */
  async duplicate(id: string, by: string | null): Promise<Mailing> {
    const { name, ...fields } = fieldsOf(await this.row(id))
    return this.create({ ...fields, name: name && `${name} (copy)` }, by)
  }

  /**
   * `revision`: what was checked, and what the number of recipients belongs to. People are counted last, and not at all
   * while something else keeps it back: the planner asks every second, and a million people are not counted for nothing.
   */
  async checklist(id: string, { always = true } = {}): Promise<Checklist & { revision: number }> {
    const mailing = await this.row(id)
    const facts = await this.checked(mailing)
    const before = checklistOf(facts, null)
    if (!before.can_send && !always) return { ...before, revision: mailing.revision }
    return { ...checklistOf(facts, await this.services.audiences.count(mailing)), revision: mailing.revision }
  }

  private async checked(mailing: MailingRow): Promise<ChecklistFacts> {
    const [{ throttle, transport }, readiness, sender, topic, audience] = await Promise.all([
      this.services.settings.read(),
      this.services.readiness.state(),
      this.services.senders.resolve({ id: mailing.sender_id }),
      mailing.topic_id ? this.services.topics.get(mailing.topic_id) : null,
      this.services.audiences.problem(mailing),
    ])
    return {
      kind: mailing.kind,
      subject: mailing.subject,
      preheader: mailing.preheader,
      content: problemsOf(mailing.document),
      topic: topic && { name: topic.name, isArchived: topic.archived_at !== null },
      audience,
      sender: sender && {
        fromEmail: sender.marketing_from_email ?? sender.from_email,
        postalAddress: sender.postal_address,
      },
      limits: throttle,
      host: knownHost(transport.host),
      findings: readiness.findings,
    }
  }

  /** Who gets it and who falls out and why, as of now. */
  async audience(id: string): Promise<AudienceCount> {
    return this.services.audiences.count(await this.row(id))
  }

  /** The people picked by hand for a serial mail. */
  async people(id: string) {
    return this.services.audiences.picked(await this.row(id))
  }

  /**
   * Starts it: the audience is frozen and planned by the planner within a second. Throws with what is missing. With
   * `revision` only what its sender has seen goes out: CONFLICT when somebody saved it meanwhile.
   */
  async sendNow(id: string, revision?: number): Promise<Mailing> {
    await this.mustBeComplete(id)
    await this.move(id, "send", { from: ["draft", "scheduled"], to: "planning", revision, isForAllNow: true })
    return this.get(id)
  }

  /**
   * Null takes the schedule back. `isLocal`: what the shop's clock shows at `at` is the time on each reader's clock; who
   * has it before the mailing is planned gets it then. What is missing is said now, not at night when it should go.
   */
  async schedule(id: string, at: Date | null, { isLocal = false } = {}): Promise<Mailing> {
    if (at === null) {
      await this.move(id, "unschedule", { from: ["scheduled"], to: "draft" })
      return this.get(id)
    }
    const [clock] = await this.db.query<{ at: Date }>(selectNow())
    if (Number.isNaN(at.getTime()) || at <= clock!.at)
      throw invalid(
        `The time ${Number.isNaN(at.getTime()) ? "" : `${at.toISOString()} `}lies in the past. Choose a later one, or send it now.`,
      )
    refuse("schedule", (await this.row(id)).state)
    await this.mustBeComplete(id)
    const time = isLocal ? await this.localTime(at) : { at, beginsAt: at, wall: null }
    if ((await this.db.query(scheduleMailing(id, time))).length === 0) refuse("schedule", (await this.row(id)).state)
    return this.get(id)
  }

  /** With the next claim of a dispatcher, that is within a second. */
  async pause(id: string): Promise<Mailing> {
    await this.move(id, "pause", { from: ["planning", "sending"], to: "paused" }, "paused")
    return this.get(id)
  }

  /** Goes on where it was; nobody gets it twice, because each person's message exists once. */
  async resume(id: string): Promise<Mailing> {
    const { audience_rows, planned_rows } = await this.row(id)
    const isPlanned = audience_rows !== null && planned_rows === audience_rows
    await this.move(id, "resume", { from: ["paused"], to: isPlanned ? "sending" : "planning" }, "open")
    return this.get(id)
  }

  /** For good. Whoever has not got it gets the reason `mailing_stopped`. */
  async stop(id: string): Promise<Mailing> {
    await this.move(id, "stop", { from: ["planning", "sending", "paused"], to: "stopped" }, "closed")
    return this.get(id)
  }

  async progress(id: string): Promise<MailingProgress> {
    const mailing = await this.row(id)
    const rows = await this.db.query<ProgressRow>(selectProgress(id))
    const n = (status: string) => rows.find((row) => row.status === status)?.n ?? 0
    const audience = mailing.audience_rows === null ? null : Number(mailing.audience_rows)
    const planned = rows.reduce((sum, row) => sum + row.n, 0)
    const settled = planned - n("queued") - n("held")
    return {
      state: mailing.state,
      audience,
      planned,
      queued: n("queued"),
      sent: n("sent"),
      dropped: n("dropped"),
      failed: n("failed"),
      in_doubt: n("in_doubt"),
      cancelled: n("cancelled"),
      expired: n("expired"),
      held: n("held"),
      share: audience === null ? null : audience === 0 ? 1 : settled / audience,
      problem: mailing.problem,
      ...etaOf({
        state: mailing.state,
        remaining: (audience ?? planned) - settled,
        settledInWindow: rows.reduce((sum, row) => sum + row.recent, 0),
        windowSeconds: rows[0]?.window_seconds ?? 0,
      }),
    }
  }

  /** The row as it is stored, for the planner and the composer's runtime. Throws NOT_FOUND. */
  async row(id: string): Promise<MailingRow> {
    const [row] = await this.db.query<MailingRow>(selectMailing(id))
    if (!row) throw new MedusaError(MedusaError.Types.NOT_FOUND, `There is no mailing "${id}".`)
    return row
  }

  private async localTime(at: Date) {
    const { general } = await this.services.settings.read()
    const wall = wallOf(at, general.timeZone)
    return { at, beginsAt: firstInstantOf(wall), wall }
  }

  private async mustBeComplete(id: string): Promise<void> {
    const { can_send, items } = await this.checklist(id)
    if (can_send) return
    const missing = items.filter(({ ok, severity }) => ok === false && severity === "blocks")
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `This mailing cannot be sent yet. ${missing.map(({ sentence, way_out }) => `${sentence} ${way_out ?? ""}`.trim()).join(" ")}`,
    )
  }

  /** State and lane change together, or a paused mailing could go on sending. */
  private async move(
    id: string,
    action: MailingAction,
    move: { from: MailingState[]; to: MailingState; revision?: number; isForAllNow?: boolean },
    lane?: "open" | "paused" | "closed",
  ): Promise<void> {
    const moved = await this.db.transaction(async (tx) => {
      const rows = await tx.query(moveMailing(id, move))
      if (rows.length > 0 && lane) await tx.query(setLaneState(id, lane))
      return rows.length > 0
    })
    if (moved) return
    const now = await this.row(id)
    refuse(action, now.state)
    if (move.revision !== undefined) throw conflict(move.revision, now.revision)
  }

  private async shown(row: MailingRow): Promise<Mailing> {
    const { timeZone } = (await this.services.settings.read()).general
    const { template_version_id: _, lane_id: __, planned_rows: ___, audience_rows: ____, ...mailing } = row
    return {
      ...mailing,
      audience: audienceSchema.parse(row.audience),
      shown_name: shownName(
        { ...row, startedAt: row.started_at, scheduledAt: row.scheduled_at, createdAt: row.created_at },
        timeZone,
      ),
    }
  }
}

function conflict(revision: number, current: number): MedusaError {
  return new MedusaError(
    MedusaError.Types.CONFLICT,
    `This mailing was changed meanwhile: revision ${revision} is old, ${current} is current. Load it again; what you wrote is still in this window.`,
  )
}

function refuse(action: MailingAction, state: MailingState): void {
  const refusal = refusalOf(action, state)
  if (refusal) throw new MedusaError(MedusaError.Types.NOT_ALLOWED, refusal)
}

function fieldsOf(row: MailingRow): MailingFields {
  const { kind, name, subject, preheader, document, topic_id, audience, credit, sender_id, is_tracked, is_copy_kept } =
    row
  if (kind === "mailout") throw notAllowed("A mail-out is written in your own mail program; it cannot be changed here.")
  const stored = audienceSchema.parse(audience)
  return {
    kind,
    name,
    subject,
    preheader,
    document,
    topic_id,
    audience: stored,
    credit,
    sender_id,
    is_tracked,
    is_copy_kept,
  }
}

/** What is given replaces what was; an audience is given part by part. */
function changed(before: MailingFields, { audience, ...input }: MailingInput): MailingFields {
  const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined))
  return { ...before, ...given, audience: audienceSchema.parse({ ...before.audience, ...audience }) }
}

/** Tracking shows in the Outbox who opened what: without the copy there is nothing to show (F36). */
function checked(before: MailingFields, input: MailingInput): MailingFields {
  const fields = changed(before, input)
  if (fields.is_tracked && !fields.is_copy_kept)
    throw invalid(
      `"is_tracked" needs "is_copy_kept": tracking needs a saved copy. Switch the copy on, or tracking off.`,
    )
  for (const key of ["subject", "preheader"] as const)
    if (/[\p{Cc}]/u.test(fields[key])) throw invalid(`"${key}" must be one line without control characters.`)
  const document = documentSchema.safeParse(fields.document)
  if (!document.success) {
    const { path, message } = document.error.issues[0]!
    throw invalid(`"document.${path.join(".")}": ${message}`)
  }
  if (fields.subject.length > 255) throw invalid(`"subject" has ${fields.subject.length} characters; 255 is the most.`)
  return { ...fields, name: fields.name?.trim() || null }
}

function problemsOf(raw: unknown): DocumentProblem[] {
  const parsed = documentSchema.safeParse(raw)
  return parsed.success ? documentProblems(parsed.data) : [{ block: null, problem: "empty" }]
}

function knownState(state: string | null): string | null {
  if (state === null || (MAILING_STATES as readonly string[]).includes(state)) return state
  throw invalid(`"state" must be one of ${MAILING_STATES.join(", ")}; "${state}" is none of them.`)
}

const cursorOf = ({ id }: MailingRow) => Buffer.from(id, "utf8").toString("base64url")

function readCursor(cursor: string): string {
  const id = Buffer.from(cursor, "base64url").toString("utf8")
  if (/^mlg_[0-9a-f]{24}$/.test(id)) return id
  throw invalid(`"cursor" ${JSON.stringify(cursor)} is not one that this list gave. Start without a cursor.`)
}

const notAllowed = (message: string) => new MedusaError(MedusaError.Types.NOT_ALLOWED, message)
const invalid = (message: string) => new MedusaError(MedusaError.Types.INVALID_DATA, message)
