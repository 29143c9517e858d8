import { daysNeeded } from "../core/mailings/duration"
import { spanAt, windowOf, type SendingWindow } from "../core/mailings/sending-window"
import { instantOf } from "../core/mailings/local-time"
import { isDatabaseAway, type Db } from "../modules/mailroom/database"
import type { Mailroom } from "../modules/mailroom/mailroom"
import type { MailingSpam } from "../modules/mailroom/services/mailing-spam"
import {
  cancelLane,
  clearProblem,
  ensureLane,
  finishStopped,
  moveMailing,
  selectMailingsInMotion,
  selectWaitingInLane,
  setContent,
  setLaneState,
  setProblem,
  type MailingRow,
} from "../modules/mailroom/sql/mailings"
import { movePlanned, planChunk, selectZones } from "../modules/mailroom/sql/plan-mailing"
import { correctChunk, openCorrectedLane } from "../modules/mailroom/sql/mailing-corrections"
import { expireLane, lockPlanning } from "../modules/mailroom/sql/mailing-schedule"
import { selectNow } from "../modules/mailroom/sql/consent"
import { CompileError } from "../rendering/compile-error"
import type { Loop, Turn } from "./loop"
import { planCopies } from "./mailing-copies"
import { publishMailing, publishVariants } from "./mailing-content"
import { periodic } from "./periodic"
import { usesOwnFields } from "./mailing-context"

/** Members decided per transaction: a second of work at most, so that a pause acts and a crash loses little. */
const CHUNK = 5_000
/** Chunks planned side by side, each by a connection of its own: the database does nearly all of the work, on one core each. */
const SIDE_BY_SIDE = 2
/** Beside the days that it takes by the limits alone: for a pause over a weekend, and a server that refuses for some days. */
const VALID_DAYS = 6

/** Rows of the audience, after `from`, up to and with `to`. */
type Rows = { from: number; to: number }

/**
 * Brings mailings from "send" to their last recipient: freezes the audience once, plans it chunk by chunk, sees when
 * nothing waits any more, and clears up after a stop. One process does this at a time; each step is one transaction, so
 * that whoever takes over goes on where it stopped.
 */
export function mailingPlanner(mailroom: Mailroom): Loop {
  return periodic(mailroom, "mailing-planner", 1_000, async ({ save }) => {
    let turn: Turn = "idle"
    for (const mailing of await mailroom.db.query<MailingRow>(selectMailingsInMotion())) {
      if ((await advanceAlone(mailroom, mailing)) === "more") turn = "more"
      await save()
    }
    return turn
  })
}

/** A mailing that cannot go on says why and is tried again each second; the others do not wait for it. */
async function advanceAlone(mailroom: Mailroom, mailing: MailingRow): Promise<Turn> {
  const { id, state, problem } = mailing
  try {
    const turn = await advance(mailroom, mailing)
    if (problem !== null && state !== "scheduled" && state !== "stopped")
      await mailroom.db.query(clearProblem(id, problem))
    return turn
  } catch (error) {
    if (isDatabaseAway(error)) throw error
    const cause = error instanceof Error ? error : new Error(String(error))
    const sentence = `It cannot go on: ${cause.message}`.slice(0, 500)
    if (sentence !== problem) mailroom.log.error(`Mailroom: mailing ${id} cannot go on`, cause)
    await mailroom.db.query(setProblem(id, sentence))
    return "idle"
  }
}

/** One bounded step of one mailing. */
async function advance(mailroom: Mailroom, mailing: MailingRow): Promise<Turn> {
  if (mailing.correcting_after !== null && mailing.state !== "stopped") return correct(mailroom, mailing)
  switch (mailing.state) {
    case "scheduled":
      return startScheduled(mailroom, mailing)
    case "planning":
      return mailing.audience_rows === null ? begin(mailroom, mailing) : plan(mailroom, mailing, null)
    case "sending":
      return mailing.is_too_late ? expire(mailroom, mailing) : finish(mailroom, mailing)
    case "paused":
      return mailing.is_too_late ? expire(mailroom, mailing) : "idle"
    case "stopped":
      return clearUp(mailroom, mailing)
    default:
      return "idle"
  }
}

/** What was missing when its time came is said on the mailing; it goes as soon as that is mended. */
async function startScheduled({ db, mailingDispatch }: Mailroom, { id }: MailingRow): Promise<Turn> {
  const { can_send, items } = await mailingDispatch.checklist(id, { always: false })
  if (can_send) {
    await db.query(moveMailing(id, { from: ["scheduled"], to: "planning" }))
    return "more"
  }
  const missing = items.filter(({ ok, severity }) => ok === false && severity === "blocks")
  await db.query(
    setProblem(id, missing.map(({ sentence, way_out }) => `${sentence} ${way_out ?? ""}`.trim()).join(" ")),
  )
  return "idle"
}

/** Content, lane and audience are fixed in one transaction; consent is not: it is asked again for every mail. */
async function begin(mailroom: Mailroom, mailing: MailingRow): Promise<Turn> {
  const content = await contentOf(mailroom, mailing)
  if (content === null) return "idle"
  const { mailingAudience, mailingVariants } = mailroom
  const shuffleKey = mailingVariants.newKey(mailing)
  const spam = await mailroom.mailingSpam.of(mailing)
  await mailroom.db.transaction(async (tx) => {
    // Taken back in this moment, or paused: nothing of it may come to be.
    if ((await tx.query(lockPlanning(mailing.id))).length === 0) return
    const versionId = mailing.template_version_id ?? (await content.own.store(tx))
    await tx.query(setContent(mailing.id, versionId))
    await tx.query(ensureLane(mailing.id))
    const audience = await mailingAudience.freeze(tx, mailing, shuffleKey)
    const versions = [versionId]
    for (const variant of content.others) versions.push(await variant.store(tx))
    await mailingVariants.begin(tx, mailing, { shuffleKey, audience, versions })
    if (spam.is_held) await holdAsSpam(mailroom, tx, mailing, spam)
  })
  return "more"
}

/** Nobody gets it, and everybody has that as the reason: `clearUp` writes it down (F40). */
async function holdAsSpam({ mailingSpam }: Mailroom, tx: Db, { id }: MailingRow, spam: MailingSpam): Promise<void> {
  const problem = `Likely spam: ${spam.points} points, ${spam.limit} are too many. Nobody got it.`
  await tx.query(moveMailing(id, { from: ["planning"], to: "stopped", problem }))
  await tx.query(setLaneState(id, "closed"))
  await mailingSpam.hold(tx, id, spam)
}

/** A template that cannot be compiled ends the mailing before anybody got it, with the reason. */
async function contentOf(mailroom: Mailroom, mailing: MailingRow) {
  try {
    const own = await publishMailing(mailroom, mailing)
    return { own, others: await publishVariants(mailroom, mailing) }
  } catch (error) {
    if (!(error instanceof CompileError)) throw error
    await mailroom.db.transaction(async (tx) => {
      await tx.query(
        moveMailing(mailing.id, { from: ["planning"], to: "failed", problem: error.message.slice(0, 500) }),
      )
      await mailroom.mailingAudience.release(tx, mailing.id)
    })
    return null
  }
}

async function plan(
  { db, settings, templates, mailingVariants }: Mailroom,
  mailing: MailingRow,
  refusal: string | null,
): Promise<Turn> {
  const from = Number(mailing.planned_rows)
  const end = refusal === null ? plannableRows(mailing) : Number(mailing.audience_rows)
  if (from < end) {
    const { general, consent, throttle, schedule } = await settings.read()
    const window = windowOf(mailing.sending_window, schedule)
    const versions = new Set([mailing.template_version_id, ...(await mailingVariants.versions(mailing))])
    const names = new Set<string | undefined>()
    let withFields = false
    for (const version of versions)
      if (version) {
        const variables = (await templates.compiled(version, general.locale))?.variables ?? []
        for (const variable of variables) names.add(variable.split(".")[0])
        withFields ||= usesOwnFields(variables)
      }
    const uses = (name: string) => names.has(name)
    const planOne = async (chunk: Rows) =>
      db.query(
        planChunk({
          mailingId: mailing.id,
          mark: from,
          ...chunk,
          defaultLocale: general.locale,
          withContact: uses("contact"),
          withFields,
          shared: uses("mailing") ? { mailing: { name: mailing.name ?? mailing.subject } } : {},
          inactiveMonths: consent.inactiveMonths,
          refusal,
          validDays: VALID_DAYS + daysNeeded(Number(mailing.audience_rows), throttle, window),
          dueByZone:
            mailing.local_wall === null && window === null
              ? null
              : await dueByZone(db, mailing, { ...chunk, window, fallback: general.timeZone }),
        }),
      )
    const chunks = chunksOf({ from, to: end })
    await Promise.all(chunks.map(planOne))
    await db.query(movePlanned(mailing.id, { from, to: chunks.at(-1)!.to }))
    return "more"
  }
  if (mailing.state === "planning") await db.query(moveMailing(mailing.id, { from: ["planning"], to: "sending" }))
  return "more"
}

/** The next chunks, of those rows that are not planned yet. */
function chunksOf({ from, to }: Rows): Rows[] {
  const starts = [...Array(SIDE_BY_SIDE).keys()].map((n) => from + n * CHUNK).filter((start) => start < to)
  return starts.map((start) => ({ from: start, to: Math.min(start + CHUNK, to) }))
}

/** The last row that may be planned: while a test has no result, its own last one. */
function plannableRows({ audience_rows, test_rows, ab_result }: MailingRow): number {
  return Number(test_rows !== null && ab_result === null ? test_rows : audience_rows)
}

/** When clocks show the time of the mailing, and an hour at which it may go, in each zone that these people live in. */
async function dueByZone(
  db: Db,
  { id, local_wall: wall }: MailingRow,
  { from, to, window, fallback }: Rows & { window: SendingWindow | null; fallback: string },
): Promise<Record<string, string>> {
  const zones = await db.query<{ zone: string | null }>(selectZones(id, from, to))
  const [clock] = await db.query<{ at: Date }>(selectNow())
  const dueIn = (zone: string | null) => {
    const at = wall === null ? clock!.at : instantOf(wall, zone, fallback)
    return window ? spanAt(window, at > clock!.at ? at : clock!.at, zone, fallback).from : at
  }
  return Object.fromEntries(zones.map(({ zone }) => [zone ?? "", dueIn(zone).toISOString()]))
}

/** What waits gets the corrected text before any of it goes on. */
async function correct({ db, settings, templates }: Mailroom, mailing: MailingRow): Promise<Turn> {
  const { general } = await settings.read()
  const compiled = await templates.compiled(mailing.template_version_id!, general.locale)
  const uses = (name: string) => compiled?.variables.some((variable) => variable.split(".")[0] === name) ?? false
  const [done] = await db.query<{ is_more: boolean }>(
    correctChunk({
      mailingId: mailing.id,
      limit: CHUNK,
      withContact: uses("contact"),
      withFields: usesOwnFields(compiled?.variables ?? []),
      shared: uses("mailing") ? { mailing: { name: mailing.name ?? mailing.subject } } : {},
    }),
  )
  if (!done?.is_more) await db.query(openCorrectedLane(mailing.id))
  return "more"
}

/** What its end has overtaken has an outcome, too, paused or not; then it is over like any other. */
async function expire(mailroom: Mailroom, mailing: MailingRow): Promise<Turn> {
  const gone = mailing.lane_id === null ? [] : await mailroom.db.query(expireLane(mailing.lane_id, CHUNK))
  if (gone.length > 0) return "more"
  return mailing.state === "sending" ? finish(mailroom, mailing) : "idle"
}

/** Sent = every person has an outcome: nothing of it waits or is under way any more. */
async function finish(mailroom: Mailroom, mailing: MailingRow): Promise<Turn> {
  if (mailing.copied_at === null && mailing.planned_rows === mailing.audience_rows) await planCopies(mailroom, mailing)
  const { db, bus, mailingVariants } = mailroom
  const { id, lane_id } = mailing
  if (Number(mailing.planned_rows) < Number(mailing.audience_rows)) {
    if (mailing.is_too_late) return plan(mailroom, mailing, "too_late")
    return (await mailingVariants.advance(mailing)) ? "more" : "idle"
  }
  const [lane] = await db.query<{ waits: boolean }>(selectWaitingInLane(lane_id!))
  if (lane!.waits) return "idle"
  const ended = await db.transaction(async (tx) => {
    const moved = await tx.query(moveMailing(id, { from: ["sending"], to: "sent" }))
    if (moved.length > 0) await tx.query(setLaneState(id, "closed"))
    return moved.length > 0
  })
  if (ended) await bus.emit("mailroom.mailing.finished", { mailing_id: id })
  return "idle"
}

/** Why those who were not planned before the end get nothing. */
async function refusalOf({ mailingSpam }: Mailroom, mailing: MailingRow): Promise<"likely_spam" | "mailing_stopped"> {
  return (await mailingSpam.of(mailing)).hold ? "likely_spam" : "mailing_stopped"
}

/** After a stop: what waits is taken back, and who was not planned yet gets a reason, too. */
async function clearUp(mailroom: Mailroom, mailing: MailingRow): Promise<Turn> {
  const { db } = mailroom
  if (mailing.lane_id !== null) {
    const gone = await db.query(cancelLane(mailing.lane_id, CHUNK))
    if (gone.length > 0) return "more"
    if (Number(mailing.planned_rows) < Number(mailing.audience_rows))
      return plan(mailroom, mailing, await refusalOf(mailroom, mailing))
    const [lane] = await db.query<{ waits: boolean }>(selectWaitingInLane(mailing.lane_id))
    if (lane!.waits) return "idle"
  }
  await db.transaction(async (tx) => {
    await tx.query(finishStopped(mailing.id))
    await mailroom.mailingAudience.release(tx, mailing.id)
  })
  return "idle"
}
