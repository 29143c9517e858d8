import { MedusaError } from "@medusajs/framework/utils"
import {
  audienceProblem,
  audienceSchema,
  segmentsOf,
  type Audience,
  type AudienceProblem,
  type ComposedKind,
} from "../../../core/mailings/audience"
import { isStopped, type Database, type Db } from "../database"
import {
  countAudience,
  freezeAudience,
  selectPicked,
  type AudienceCountRow,
  type AudienceParts,
} from "../sql/mailing-audience"
import { missedPeople } from "../sql/mailing-archive"
import type { MailingRow } from "../sql/mailings"
import { freezeRecipients } from "../sql/preflight"
import { limitReading } from "../sql/segment-members"
import type { Person, SegmentMemberService } from "./segment-members"
import type { SegmentService } from "./segments"
import type { SettingsService } from "./settings"

type Addressed = Pick<MailingRow, "kind" | "topic_id" | "audience" | "sender_id"> &
  Partial<Pick<MailingRow, "again_of">>

/** `members` and `recipients` null: counting took longer than anybody waits; nobody knows, and a guess is no count. */
export type AudienceCount = {
  members: number | null
  /** Those of them who get it as things stand; the others are in `left_out`, each with a reason. */
  recipients: number | null
  /** Those of the recipients whose opens and clicks can be seen: they agreed to tracking. */
  seen: number | null
  left_out: { reason: string; n: number; people: AudienceCountRow["people"] }[]
  takes_too_long: boolean
}

/** Somebody waits for a screen. */
const LIVE_MS = 5_000
/** The planner waits as long as it takes to find a million people. */
const PATIENT_MS = 600_000
/** Within the lease of whoever does it (sql/preflight). */
const PREFLIGHT_MS = 100_000
const PEOPLE_SHOWN = 3
const UNKNOWN: AudienceCount = { members: null, recipients: null, seen: null, left_out: [], takes_too_long: true }
const NOBODY: AudienceCount = { members: 0, recipients: 0, seen: 0, left_out: [], takes_too_long: false }

/** Whom a mailing is for (F3, F4, F7): counted while it is composed, frozen when it starts. */
export class MailingAudienceService {
  constructor(
    private readonly db: Database,
    private readonly parts: {
      segments: SegmentService
      segmentMembers: SegmentMemberService
      settings: SettingsService
    },
  ) {}

  /** Why it is for nobody, before anybody is counted; with the segment's name where there is one to tell. */
  async problem(mailing: Addressed): Promise<(AudienceProblem & { segmentName?: string }) | null> {
    const { kind, audience } = composed(mailing)
    // Whom it is for is said by the mailing that it repeats.
    if (mailing.again_of) return null
    const { serial } = await this.parts.settings.read()
    const problem = audienceProblem({ kind, topicId: mailing.topic_id, audience, mostPicked: serial.most })
    if (problem?.key !== "in_and_out") return problem
    const { name } = await this.parts.segments.get(problem.segmentId)
    return { ...problem, segmentName: name }
  }

  /** Who would get it now and why the others would not; nobody while something is missing. */
  async count(mailing: Addressed): Promise<AudienceCount> {
    if (await this.problem(mailing)) return NOBODY
    const { consent, frequency } = await this.parts.settings.read()
    const parts = await this.partsOf(mailing, this.db)
    const rows = await this.read<AudienceCountRow>(parts, {
      senderId: mailing.sender_id,
      inactiveMonths: consent.inactiveMonths,
      frequency,
      people: PEOPLE_SHOWN,
    })
    return rows ? countOf(rows) : UNKNOWN
  }

  /** Whom somebody picked by hand; who was erased meanwhile is not among them. */
  async picked(mailing: Addressed): Promise<Person[]> {
    return this.db.query<Person>(selectPicked(composed(mailing).audience.people))
  }

  /** Writes down each person once, in one statement; what it asks of the segments is asked now and never again. Answers how many. */
  async freeze(tx: Db, mailing: Addressed & { id: string }, shuffleKey: string | null): Promise<number> {
    await tx.query(limitReading(PATIENT_MS))
    const [frozen] = await tx.query<{ audience_rows: string }>(
      freezeAudience(mailing.id, await this.partsOf(mailing, tx), shuffleKey),
    )
    await this.release(tx, mailing.id)
    return Number(frozen?.audience_rows ?? 0)
  }

  /** Writes down who would get it now, for a preflight that looks at all of their mails. Answers how many. */
  async freezeRecipients(tx: Db, mailing: Addressed, run: { id: string; token: string }): Promise<number | null> {
    const { consent, frequency } = await this.parts.settings.read()
    await tx.query(limitReading(PREFLIGHT_MS))
    const gate = { senderId: mailing.sender_id, inactiveMonths: consent.inactiveMonths, frequency }
    const [row] = await tx.query<{ total: number }>(freezeRecipients(run, await this.partsOf(mailing, tx), gate))
    return row?.total ?? null
  }

  /** Keeps the segments from being deleted or changed into something impossible while the mailing relies on them. */
  async keep(tx: Db, mailing: { id: string; kind: ComposedKind; audience: Audience }): Promise<void> {
    const ids = [...new Set(segmentsOf(mailing.kind, mailing.audience))]
    await this.parts.segments.use(tx, { kind: "mailing", id: mailing.id }, ids)
  }

  /** A mailing that has started, failed or is gone relies on no segment any more. */
  async release(tx: Db, mailingId: string): Promise<void> {
    await this.parts.segments.use(tx, { kind: "mailing", id: mailingId }, [])
  }

  private async partsOf(mailing: Addressed, db: Db): Promise<AudienceParts> {
    const { kind, audience } = composed(mailing)
    const { everybody, people, include, exclude } = audience
    const asks = new Set(segmentsOf(kind, audience))
    const statements = (ids: string[]) =>
      Promise.all(
        [...new Set(ids)].filter((id) => asks.has(id)).map((id) => this.parts.segmentMembers.statementOf(id, db)),
      )
    if (mailing.again_of)
      return {
        kind: "targeted",
        topicId: mailing.topic_id,
        everybody: false,
        people: [],
        include: [missedPeople(mailing.again_of)],
        exclude: await statements(exclude),
      }
    return {
      kind,
      topicId: mailing.topic_id,
      everybody,
      people,
      include: kind === "targeted" && !everybody ? await statements(include) : [],
      exclude: await statements(exclude),
    }
  }

  private async read<Row>(parts: AudienceParts, gate: Parameters<typeof countAudience>[1]): Promise<Row[] | null> {
    try {
      return await this.db.transaction(async (tx) => {
        await tx.query(limitReading(LIVE_MS))
        return tx.query<Row>(countAudience(parts, gate))
      })
    } catch (error) {
      if (isStopped(error)) return null
      throw error
    }
  }
}

/** What this service looks after; a mail-out brings its recipients itself. */
function composed({ kind, audience }: Addressed): { kind: ComposedKind; audience: Audience } {
  if (kind === "mailout") throw new MedusaError(MedusaError.Types.NOT_ALLOWED, "A mail-out has no audience of its own.")
  return { kind, audience: audienceSchema.parse(audience) }
}

function countOf(rows: AudienceCountRow[]): AudienceCount {
  return {
    members: rows.reduce((sum, { n }) => sum + n, 0),
    recipients: rows.find(({ reason }) => reason === null)?.n ?? 0,
    seen: rows.find(({ reason }) => reason === null)?.seen ?? 0,
    left_out: rows.flatMap(({ reason, n, people }) => (reason === null ? [] : [{ reason, n, people }])),
    takes_too_long: false,
  }
}
