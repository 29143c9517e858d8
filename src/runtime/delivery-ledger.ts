import { isConflict, isDatabaseAway } from "../modules/mailroom/database"
import type { Mailroom } from "../modules/mailroom/mailroom"
import { SuppressionService } from "../modules/mailroom/services/suppression"
import { forgetRecent, markHanded, type Mark } from "../modules/mailroom/sql/mark-handed"
import { postponeDeliveries, type Wait } from "../modules/mailroom/sql/postpone-deliveries"
import { releaseDeliveries, type Release } from "../modules/mailroom/sql/release-deliveries"
import { settleDeliveries, wipeSealed, type Final, type SettledRow } from "../modules/mailroom/sql/settle-deliveries"
import { GroupCommit } from "./group-commit"

/** The lease was lost, the lane paused or the message taken back: the body must not leave. */
export class FenceLost extends Error {
  constructor(id: string) {
    super(`Message ${id} may not be handed over any more.`)
    this.name = "FenceLost"
  }
}

/** What a settlement has to tell about the address besides the ledger. */
export type BounceNews = { emailHash: Buffer | null; isCountable: boolean }

export type FinalNews = Final & { news: BounceNews | null }

const WAIT_FOR_DATABASE_MS = 250
/** Longer than the marks: no server waits for a settlement, and a statement costs as much as ten rows of it. */
const SETTLE_EVERY_MS = 10

/** Everything the wire writes down, gathered over all connections into few statements. */
export class DeliveryLedger {
  private readonly suppression: SuppressionService
  private readonly marks: GroupCommit<Mark, boolean>
  private readonly finals: GroupCommit<FinalNews, void>
  private readonly releases: GroupCommit<Release, void>
  private readonly waits: GroupCommit<Wait, void>

  constructor(private readonly mailroom: Mailroom) {
    this.suppression = new SuppressionService(mailroom.keyring)
    this.marks = new GroupCommit((marks) => this.commitMarks(marks))
    this.finals = new GroupCommit((finals) => this.commitFinals(finals), SETTLE_EVERY_MS)
    this.releases = new GroupCommit((releases) => this.commitReleases(releases))
    this.waits = new GroupCommit((waits) => this.commitWaits(waits))
  }

  /** The fence: throws FenceLost, or the database's error, when the body must not leave. */
  async handOver(mark: Mark): Promise<void> {
    if (!(await this.marks.add(mark))) throw new FenceLost(mark.id)
  }

  settle(final: FinalNews): Promise<void> {
    return this.finals.add(final)
  }

  release(release: Release): Promise<void> {
    return this.releases.add(release)
  }

  /** Back into the queue because of its automation, with the reason on record. */
  postpone(wait: Wait): Promise<void> {
    return this.waits.add(wait)
  }

  private async commitMarks(marks: Mark[]): Promise<boolean[]> {
    const handed = new Set<string>()
    for (const some of oncePerPerson(marks)) {
      const rows = await this.mailroom.db.query<{ id: string }>(markHanded(some))
      for (const { id } of rows) handed.add(id)
    }
    return marks.map(({ id }) => handed.has(id))
  }

  private async commitFinals(finals: FinalNews[]): Promise<void[]> {
    const settled = await this.untilWritten(() => this.writeFinals(finals))
    this.tellBus(settled, finals)
    return finals.map(() => undefined)
  }

  /**
   * A bounce and the suppression that follows from it commit together, and so do the end of a secret and the place that
   * a refused mail gives back under the frequency cap.
   */
  private async writeFinals(finals: FinalNews[]): Promise<SettledRow[]> {
    const { db } = this.mailroom
    const bounces = finals.filter(({ news, bounce }) => news?.emailHash && (bounce === "hard" || news.isCountable))
    const secrets = finals.filter(({ isSecret }) => isSecret)
    // What never left (a broken template, a word of the gate) was not counted, either.
    const refused = finals.filter(({ status, code }) => status === "failed" && code !== null)
    if (bounces.length + secrets.length + refused.length === 0) return db.query<SettledRow>(settleDeliveries(finals))
    return db.transaction(async (tx) => {
      const settled = await tx.query<SettledRow>(settleDeliveries(finals))
      const isSettled = new Set(settled.map(({ id }) => id))
      const ended = secrets.filter(({ id }) => isSettled.has(id))
      if (ended.length > 0) await tx.query(wipeSealed(ended.map(({ id }) => id)))
      if (refused.length > 0) await tx.query(forgetRecent(refused.map(({ id }) => id)))
      for (const { id, bounce, news, enhanced } of bounces) {
        if (!isSettled.has(id)) continue
        const emailHash = news!.emailHash!
        if (bounce === "hard") await this.suppression.hardBounce(tx, { emailHash, messageId: id, code: enhanced })
        else await this.suppression.softBounce(tx, { emailHash, messageId: id })
      }
      return settled
    })
  }

  private async commitReleases(releases: Release[]): Promise<void[]> {
    await this.untilWritten(() => this.mailroom.db.query(releaseDeliveries(releases)))
    return releases.map(() => undefined)
  }

  private async commitWaits(waits: Wait[]): Promise<void[]> {
    await this.untilWritten(() => this.mailroom.db.query(postponeDeliveries(waits)))
    return waits.map(() => undefined)
  }

  /**
   * What the server answered must not be lost because the database is away, or busy with a migration, for a moment: wait
   * for it. If this process dies meanwhile, the sweeper finds the mark.
   */
  private async untilWritten<T>(write: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await write()
      } catch (error) {
        const isPassing = isDatabaseAway(error) || isConflict(error)
        if (!isPassing || !this.mailroom.db.dataSource.isInitialized) throw error
        await new Promise((resolve) => setTimeout(resolve, WAIT_FOR_DATABASE_MS))
      }
    }
  }

  private tellBus(settled: SettledRow[], finals: FinalNews[]): void {
    const byId = new Map(finals.map((final) => [final.id, final]))
    for (const { id, source_id, class: messageClass, kind, status } of settled) {
      if (status !== "sent" && status !== "failed") continue
      const news = { id, source_id, class: messageClass, kind, reason: byId.get(id)!.reason }
      this.mailroom.bus.emit(`mailroom.message.${status}`, news).catch((error: unknown) => {
        this.mailroom.log.warn(`Mailroom: the event bus did not take mailroom.message.${status}: ${String(error)}`)
      })
    }
  }
}

/**
 * Whose mails are counted has one mark in a call: the statement counts each person once, and of two mails for one person the
 * other would lose its lease instead of its place. Nearly always that is one call.
 */
function oncePerPerson(marks: Mark[]): Mark[][] {
  const calls: { marks: Mark[]; people: Set<string> }[] = []
  for (const mark of marks) {
    const person = mark.counted?.contactId
    let call = calls.find(({ people }) => person === undefined || !people.has(person))
    if (!call) calls.push((call = { marks: [], people: new Set() }))
    call.marks.push(mark)
    if (person !== undefined) call.people.add(person)
  }
  return calls.map(({ marks: some }) => some)
}
