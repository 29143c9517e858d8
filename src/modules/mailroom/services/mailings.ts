import { randomBytes } from "node:crypto"
import { MedusaError } from "@medusajs/framework/utils"
import { abTestSchema, variantLetter } from "../../../core/mailings/ab-test"
import { audienceSchema, NO_AUDIENCE, type Audience } from "../../../core/mailings/audience"
import { ALL_COPIES, copiesSchema, type Copies } from "../../../core/mailings/copies"
import { MAIL_FORMATS } from "../../../core/mailings/mail-format"
import { MAILING_STATES, shownName } from "../../../core/mailings/mailing"
import { utmSchema } from "../../../core/mailings/utm"
import { DEFAULT_CREDIT } from "../../../core/reports/credit-rule"
import { documentSchema } from "../../../core/templates/document"
import type { Database } from "../database"
import { refuseMailing, staleMailing } from "../mailing-refusals"
import {
  archiveDraft,
  insertMailing,
  selectMailing,
  selectMailings,
  updateMailing,
  type MailingFields,
  type MailingRow,
} from "../sql/mailings"
import type { AttachmentService } from "./attachments"
import type { AudienceCount, MailingAudienceService } from "./mailing-audience"
import type { MailingLinkService } from "./mailing-links"
import type { SettingsService } from "./settings"
import type { TopicService } from "./topics"

export type MailingInput = Partial<Omit<MailingFields, "audience">> & { audience?: Partial<Audience> }

/** As the admin API answers it. */
export type Mailing = Omit<
  MailingRow,
  | "template_version_id"
  | "lane_id"
  | "planned_rows"
  | "audience_rows"
  | "control_rows"
  | "test_rows"
  | "audience"
  | "copies"
> & {
  audience: Audience
  copies: Copies
  shown_name: string
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
  ab: null,
  control_share: 0,
  format: "html",
  utm: null,
  copies: ALL_COPIES,
}

/** What is written, for whom, and what became of it as a record. How it goes out: MailingDispatchService. */
export class MailingService {
  constructor(
    private readonly db: Database,
    private readonly services: {
      settings: SettingsService
      topics: TopicService
      audiences: MailingAudienceService
      attachments: AttachmentService
      links: MailingLinkService
    },
  ) {}

  /** Newest first; `next_cursor` is null on the last page. */
  async list(
    query: {
      cursor?: string | null
      limit?: number
      state?: string | null
      archived?: boolean
      q?: string | null
    } = {},
  ) {
    const limit = query.limit ?? 50
    const after = query.cursor ? readCursor(query.cursor) : null
    const state = knownState(query.state ?? null)
    const rows = await this.db.query<MailingRow>(
      selectMailings({
        after,
        limit: limit + 1,
        state,
        isArchived: query.archived ?? false,
        q: query.q?.trim() || null,
      }),
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
      await this.services.links.keep(tx, id, fields.document)
      await this.services.audiences.keep(tx, { id, ...fields })
    })
    return this.get(id)
  }

  /** Throws CONFLICT when somebody saved it meanwhile: the other tab's words must not be lost unseen. */
  async update(id: string, change: MailingInput & { revision: number }): Promise<Mailing> {
    const before = await this.row(id)
    refuseMailing("edit", before.state)
    const { revision, ...input } = change
    const fields = checked(fieldsOf(before), input)
    if (fields.topic_id) await this.services.topics.get(fields.topic_id)
    const isSaved = await this.db.transaction(async (tx) => {
      if ((await tx.query(updateMailing(id, fields, revision))).length === 0) return false
      await this.services.links.keep(tx, id, fields.document)
      await this.services.audiences.keep(tx, { id, ...fields })
      return true
    })
    if (!isSaved) {
      const now = await this.row(id)
      refuseMailing("edit", now.state)
      throw staleMailing(revision, now.revision)
    }
    return this.get(id)
  }

  async remove(id: string): Promise<void> {
    refuseMailing("remove", (await this.row(id)).state)
    const isGone = await this.db.transaction(async (tx) => {
      if ((await tx.query(archiveDraft(id))).length === 0) return false
      await this.services.audiences.release(tx, id)
      return true
    })
    if (!isGone) refuseMailing("remove", (await this.row(id)).state)
  }

  /** What it would be with this change; throws for one that makes no sense. */
  merged(row: MailingRow, input: MailingInput): MailingFields {
    return checked(fieldsOf(row), input)
  }

  /** A new draft with the same content. */
  async duplicate(id: string, by: string | null): Promise<Mailing> {
    const row = await this.row(id)
    const { name, ...fields } = fieldsOf(row)
    // A test that has its result is over: the mailing is the variant that was chosen.
    const ab = row.ab_result === null ? fields.ab : null
    const copy = await this.create({ ...fields, ab, name: name && `${name} (copy)` }, by)
    await this.services.attachments.copy(id, copy.id)
    await this.services.links.copy(this.db, id, copy.id)
    return copy
  }

  /** Who gets it and who falls out and why, as of now. */
  async audience(id: string): Promise<AudienceCount> {
    return this.services.audiences.count(await this.row(id))
  }

  /** The people picked by hand for a serial mail. */
  async people(id: string) {
    return this.services.audiences.picked(await this.row(id))
  }

  /** The row as it is stored, for the planner and the composer's runtime. Throws NOT_FOUND. */
  async row(id: string): Promise<MailingRow> {
    const [row] = await this.db.query<MailingRow>(selectMailing(id))
    if (!row) throw new MedusaError(MedusaError.Types.NOT_FOUND, `There is no mailing "${id}".`)
    return row
  }

  private async shown(row: MailingRow): Promise<Mailing> {
    const { timeZone } = (await this.services.settings.read()).general
    const { template_version_id: _, lane_id: __, planned_rows: ___, audience_rows: ____, ...rest } = row
    const { control_rows: _____, test_rows: ______, ...mailing } = rest
    return {
      ...mailing,
      audience: audienceSchema.parse(row.audience),
      copies: copiesSchema.parse(row.copies),
      shown_name: shownName(
        { ...row, startedAt: row.started_at, scheduledAt: row.scheduled_at, createdAt: row.created_at },
        timeZone,
      ),
    }
  }
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
    ab: row.ab,
    control_share: row.control_share,
    format: row.format,
    utm: row.utm,
    copies: copiesSchema.parse(row.copies),
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
  checkVariants(fields)
  checkEnvelope(fields)
  if (fields.subject.length > 255) throw invalid(`"subject" has ${fields.subject.length} characters; 255 is the most.`)
  return { ...fields, name: fields.name?.trim() || null }
}

function checkEnvelope({ kind, is_tracked, format, utm, copies }: MailingFields): void {
  if (kind === "direct" && is_tracked)
    throw invalid(`"is_tracked" cannot be on in a direct mail: it is a letter. Make it a serial mail to track it.`)
  if (!MAIL_FORMATS.includes(format))
    throw invalid(`"format" must be one of ${MAIL_FORMATS.join(", ")}; "${format}" is none.`)
  for (const [name, parsed] of [
    ["utm", utmSchema.nullable().safeParse(utm)],
    ["copies", copiesSchema.safeParse(copies)],
  ] as const)
    if (!parsed.success) {
      const { path, message } = parsed.error.issues[0]!
      throw invalid(`"${[name, ...path].join(".")}": ${message}`)
    }
}

/** What is unfinished is said by the checklist; what makes no sense is not stored. */
function checkVariants({ ab, control_share }: MailingFields): void {
  if (!Number.isInteger(control_share) || control_share < 0 || control_share > 50)
    throw invalid(`"control_share" must be a whole number of percent from 0 to 50; ${control_share} is none.`)
  if (ab === null) return
  const parsed = abTestSchema.safeParse(ab)
  if (!parsed.success) {
    const { path, message } = parsed.error.issues[0]!
    throw invalid(`"ab.${path.join(".")}": ${message}`)
  }
  for (const [at, { subject = "", preheader = "", document }] of ab.variants.entries()) {
    if (/[\p{Cc}]/u.test(subject + preheader))
      throw invalid(
        `Subject and preview line of variant ${variantLetter(at + 1)} must be one line each, without control characters.`,
      )
    if (document && !documentSchema.safeParse(document).success)
      throw invalid(`The content of variant ${variantLetter(at + 1)} is not one that the editor knows.`)
  }
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
