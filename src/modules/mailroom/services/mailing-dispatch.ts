import { MedusaError } from "@medusajs/framework/utils"
import { endOfOpen, windowOf } from "../../../core/mailings/sending-window"
import { checklistOf, type Checklist, type ChecklistFacts } from "../../../core/mailings/checklist"
import { directChecklist } from "../../../core/mailings/direct-checklist"
import type { BeforeFacts } from "../../../core/mailings/before-you-send"
import { knownHost } from "../../../core/mailings/duration"
import { etaOf, type Eta } from "../../../core/mailings/eta"
import { firstInstantOf, wallOf } from "../../../core/mailings/local-time"
import type { MailingAction, MailingState } from "../../../core/mailings/mailing"
import { contentSchema, documentSchema } from "../../../core/templates/document"
import { spamFeatures } from "../../../core/mailings/spam-features"
import { isDeadLink } from "../../../core/mailings/preflight-findings"
import { documentProblems, type DocumentProblem } from "../../../core/templates/document-problems"
import type { Database } from "../database"
import { refuseMailing, staleMailing } from "../mailing-refusals"
import { selectNow } from "../sql/consent"
import { openCorrectedLane } from "../sql/mailing-corrections"
import { selectNextDue } from "../sql/mailing-schedule"
import {
  moveMailing,
  scheduleMailing,
  selectProgress,
  setLaneState,
  type MailingRow,
  type ProgressRow,
} from "../sql/mailings"
import type { DirectMailService } from "./direct-mails"
import type { MailingSpamService } from "./mailing-spam"
import type { PreflightService } from "./preflight"
import type { MailingAudienceService } from "./mailing-audience"
import type { MailingTestService } from "./mailing-tests"
import type { MailingVariantService } from "./mailing-variants"
import type { Mailing, MailingService } from "./mailings"
import type { ReadinessService } from "./readiness"
import type { SenderService } from "./senders"
import type { SettingsService } from "./settings"
import type { TopicService } from "./topics"

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
  /** All that is left waits until then: for hours at which it may go, or for turns; null = something may go now. */
  opens_at: Date | null
}

/** Mailings from "may it go?" to the last recipient. What runs by itself is in runtime/mailing-planner. */
export class MailingDispatchService {
  constructor(
    private readonly db: Database,
    private readonly services: {
      mailings: MailingService
      settings: SettingsService
      senders: SenderService
      topics: TopicService
      readiness: ReadinessService
      audiences: MailingAudienceService
      spam: MailingSpamService
      tests: MailingTestService
      preflight: PreflightService
      directMails: DirectMailService
      variants: MailingVariantService
    },
  ) {}

  /**
   * `revision`: what was checked, and what the number of recipients belongs to. People are counted last, and not at all
   * while something else keeps it back: the planner asks every second, and a million people are not counted for nothing.
   */
  async checklist(id: string, { always = true } = {}): Promise<Checklist & { revision: number }> {
    const mailing = await this.services.mailings.row(id)
    const facts = await this.checked(mailing)
    if (mailing.kind === "direct") return { ...(await this.ofLetter(mailing, facts)), revision: mailing.revision }
    const before = checklistOf(facts, null)
    if (!before.can_send && !always) return { ...before, revision: mailing.revision }
    return { ...checklistOf(facts, await this.services.audiences.count(mailing)), revision: mailing.revision }
  }

  private async ofLetter({ audience }: MailingRow, facts: ChecklistFacts): Promise<Checklist> {
    const person = await this.services.directMails.person(audience.people?.[0])
    if (!person) return directChecklist(facts, null)
    const name = [person.first_name, person.last_name].filter(Boolean).join(" ") || null
    return directChecklist(facts, { name, email: person.email, refusal: person.refusal })
  }

  private async checked(mailing: MailingRow): Promise<ChecklistFacts> {
    const [{ throttle, transport, schedule }, readiness, sender, topic, audience, ab] = await Promise.all([
      this.services.settings.read(),
      this.services.readiness.state(),
      this.services.senders.resolve({ id: mailing.sender_id }),
      mailing.topic_id ? this.services.topics.get(mailing.topic_id) : null,
      this.services.audiences.problem(mailing),
      this.services.variants.facts(mailing),
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
      window: windowOf(mailing.sending_window, schedule),
      isTooLate: mailing.is_too_late || endsBefore(mailing),
      host: knownHost(transport.host),
      findings: readiness.findings,
      before: await this.before(mailing, sender?.marketing_from_email ?? sender?.from_email ?? null),
      ab,
    }
  }

  private async before(mailing: MailingRow, fromEmail: string | null): Promise<BeforeFacts> {
    const [spam, preflight, test] = await Promise.all([
      this.services.spam.of(mailing),
      this.services.preflight.of(mailing),
      this.services.tests.last(mailing.id),
    ])
    return { fromEmail, links: linksOf(mailing), test, spam, preflight }
  }

  /**
   * Starts it: the audience is frozen and planned by the planner within a second after the time in which it can be taken
   * back (MailingTimingService.undo). Throws with what is missing. With `revision` only what its sender has seen goes out: CONFLICT when somebody saved it meanwhile.
   */
  async sendNow(id: string, revision?: number): Promise<Mailing> {
    await this.mustBeForMany(id)
    await this.mustBeComplete(id)
    const { undoSeconds } = (await this.services.settings.read()).schedule
    await this.move(id, "send", {
      from: ["draft", "scheduled"],
      to: "planning",
      revision,
      isForAllNow: true,
      undoSeconds,
    })
    return this.services.mailings.get(id)
  }

  /**
   * Null takes the schedule back. `isLocal`: what the shop's clock shows at `at` is the time on each reader's clock; who
   * has it before the mailing is planned gets it then. What is missing is said now, not at night when it should go.
   */
  async schedule(id: string, at: Date | null, { isLocal = false } = {}): Promise<Mailing> {
    if (at === null) {
      await this.move(id, "unschedule", { from: ["scheduled"], to: "draft" })
      return this.services.mailings.get(id)
    }
    const [clock] = await this.db.query<{ at: Date }>(selectNow())
    if (Number.isNaN(at.getTime()) || at <= clock!.at)
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `The time ${Number.isNaN(at.getTime()) ? "" : `${at.toISOString()} `}lies in the past. Choose a later one, or send it now.`,
      )
    const mailing = await this.services.mailings.row(id)
    refuseMailing("schedule", mailing.state)
    if (endsBefore({ ...mailing, scheduled_at: at }))
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `Its "not later than" (${mailing.not_later_than!.toISOString()}) is over before it begins. Choose a later end, or an earlier time.`,
      )
    await this.mustBeForMany(id)
    await this.mustBeComplete(id)
    const time = isLocal ? await this.localTime(at) : { at, beginsAt: at, wall: null }
    if ((await this.db.query(scheduleMailing(id, time))).length === 0)
      refuseMailing("schedule", (await this.services.mailings.row(id)).state)
    return this.services.mailings.get(id)
  }

  /** With the next claim of a dispatcher, that is within a second. */
  async pause(id: string): Promise<Mailing> {
    await this.move(id, "pause", { from: ["planning", "sending"], to: "paused" }, "paused")
    return this.services.mailings.get(id)
  }

  /** Goes on where it was; nobody gets it twice, because each person's message exists once. A corrected text first reaches all that waits. */
  async resume(id: string): Promise<Mailing> {
    const { audience_rows, planned_rows } = await this.services.mailings.row(id)
    const isPlanned = audience_rows !== null && planned_rows === audience_rows
    await this.move(id, "resume", { from: ["paused"], to: isPlanned ? "sending" : "planning" }, "open")
    return this.services.mailings.get(id)
  }

  /** For good. Whoever has not got it gets the reason `mailing_stopped`. */
  async stop(id: string): Promise<Mailing> {
    await this.move(id, "stop", { from: ["planning", "sending", "paused"], to: "stopped" }, "closed")
    return this.services.mailings.get(id)
  }

  async progress(id: string): Promise<MailingProgress> {
    const mailing = await this.services.mailings.row(id)
    const rows = await this.db.query<ProgressRow>(selectProgress(id))
    const n = (status: string) => rows.find((row) => row.status === status)?.n ?? 0
    const audience = mailing.audience_rows === null ? null : Number(mailing.audience_rows)
    const planned = rows.reduce((sum, row) => sum + row.n, 0)
    const settled = planned - n("queued") - n("held")
    const opens_at = n("queued") > 0 ? await this.opensAt(mailing) : null
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
      opens_at,
      ...etaOf({
        state: mailing.state,
        remaining: (audience ?? planned) - settled,
        // While a test waits for its result nothing goes, however fast the last ones went.
        settledInWindow: isWaitingForResult(mailing, n("queued")) ? 0 : rows.reduce((sum, row) => sum + row.recent, 0),
        windowSeconds: rows[0]?.window_seconds ?? 0,
        stretched: await this.stretchOf(mailing),
      }),
    }
  }

  /** By the shop's clock: most of its readers live by it. */
  private async stretchOf({ sending_window: own }: MailingRow): Promise<((seconds: number) => number) | undefined> {
    const { schedule, general } = await this.services.settings.read()
    const window = windowOf(own, schedule)
    if (window === null) return undefined
    const [clock] = await this.db.query<{ at: Date }>(selectNow())
    const now = clock!.at.getTime()
    return (seconds) => (endOfOpen(window, clock!.at, seconds * 1000, general.timeZone).getTime() - now) / 1000
  }

  private async opensAt({ lane_id, state }: MailingRow): Promise<Date | null> {
    if (lane_id === null || state !== "sending") return null
    const [[next], [clock]] = await Promise.all([
      this.db.query<{ due_at: Date }>(selectNextDue(lane_id)),
      this.db.query<{ at: Date }>(selectNow()),
    ])
    return next && next.due_at > clock!.at ? next.due_at : null
  }

  private async localTime(at: Date) {
    const { general } = await this.services.settings.read()
    const wall = wallOf(at, general.timeZone)
    return { at, beginsAt: firstInstantOf(wall), wall }
  }

  private async mustBeForMany(id: string): Promise<void> {
    if ((await this.services.mailings.row(id)).kind !== "direct") return
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      "A direct mail goes at once, by send-direct. To send it to several people, make it a serial mail.",
    )
  }

  /** Throws with everything that is missing. */
  async mustBeComplete(id: string): Promise<void> {
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
    move: { from: MailingState[]; to: MailingState; revision?: number; isForAllNow?: boolean; undoSeconds?: number },
    lane?: "open" | "paused" | "closed",
  ): Promise<void> {
    const moved = await this.db.transaction(async (tx) => {
      const rows = await tx.query(moveMailing(id, move))
      // A lane opens only when all that waits has the corrected text; else the planner opens it.
      if (rows.length > 0 && lane) await tx.query(lane === "open" ? openCorrectedLane(id) : setLaneState(id, lane))
      return rows.length > 0
    })
    if (moved) return
    const now = await this.services.mailings.row(id)
    refuseMailing(action, now.state)
    if (move.revision !== undefined) throw staleMailing(move.revision, now.revision)
  }
}

const endsBefore = ({ not_later_than: end, scheduled_at: at }: Pick<MailingRow, "not_later_than" | "scheduled_at">) =>
  Boolean(end && at && end <= at)

/** As they are written: one that begins with a variable is known only when the mail is made, by the preflight. */
function linksOf({ subject, preheader, document }: MailingRow): BeforeFacts["links"] {
  const content = contentSchema.safeParse({ subject, preheader, document })
  if (!content.success) return { all: 0, dead: 0 }
  const { links } = spamFeatures(content.data, "en", "en")
  const dead = links.filter(({ url }) => !/\{\{|\{%/.test(url) && isDeadLink(url))
  return { all: links.length, dead: dead.length }
}

function isWaitingForResult({ test_rows, ab_result, planned_rows }: MailingRow, queued: number): boolean {
  return test_rows !== null && ab_result === null && Number(planned_rows) >= Number(test_rows) && queued === 0
}

function problemsOf(raw: unknown): DocumentProblem[] {
  const parsed = documentSchema.safeParse(raw)
  return parsed.success ? documentProblems(parsed.data) : [{ block: null, problem: "empty" }]
}
