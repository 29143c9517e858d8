import { MedusaError } from "@medusajs/framework/utils"
import type { Database } from "../database"
import { refuseSecondCartReminder } from "../one-cart-reminder"
import {
  countQueuedMails,
  endDrained,
  selectOffWithPeople,
  setAutomationState,
  stopInside,
  takeBackMails,
} from "../sql/automation-people"
import { archiveAutomation, selectAutomation, type AutomationRow } from "../sql/automations"

const { NOT_FOUND, NOT_ALLOWED } = MedusaError.Types

/** live: people enter and go on. paused: nobody moves. draining: nobody enters. off: nobody is inside. */
export type AutomationState = AutomationRow["state"]

const AT_ONCE = 2000

/** Whether an automation runs, and what becomes of the people inside when it does not. */
export class AutomationLifecycleService {
  constructor(private readonly db: Database) {}

  /**
   * Switching to what it is changes nothing. Off ends everybody inside with the reason `automation_off` and takes back the
   * mails that have not left, unless they are to go all the same.
   */
  async switchTo(id: string, to: AutomationState, { takesBack = true } = {}): Promise<{ taken_back: number }> {
    const row = await this.row(id)
    if (row.state === to) return { taken_back: 0 }
    const refusal = refusalOf(row, to)
    if (refusal) throw new MedusaError(NOT_ALLOWED, refusal)
    if (to === "live") await refuseSecondCartReminder(this.db, id)
    await this.db.query(setAutomationState({ id, state: to }))
    if (to !== "off") return { taken_back: 0 }
    await this.db.query(stopInside({ automationId: id, limit: AT_ONCE, reason: "automation_off" }))
    return { taken_back: takesBack ? await this.takeBack(id) : 0 }
  }

  /** Mails of it that have not left yet. */
  async queued(id: string): Promise<number> {
    const [row] = await this.db.query<{ n: number }>(countQueuedMails(id))
    return row!.n
  }

  /** Its messages, entrants and decisions stay for the reports; it is off and in no list any more. */
  async archive(id: string): Promise<void> {
    const row = await this.row(id)
    if (row.kind === "store_email")
      throw new MedusaError(
        NOT_ALLOWED,
        `"${row.name}" belongs to Mailroom and cannot be deleted. Switch it off instead.`,
      )
    await this.db.query(archiveAutomation(id))
    await this.db.query(stopInside({ automationId: id, limit: AT_ONCE, reason: "automation_off" }))
    await this.takeBack(id)
  }

  /** One entrant, by hand. NOT_FOUND when nobody of this id is inside. */
  async stopEntrant(automationId: string, enrolmentId: string): Promise<void> {
    const stopped = await this.db.query(stopInside({ automationId, enrolmentId, limit: 1, reason: "by_merchant" }))
    if (stopped.length === 0)
      throw new MedusaError(NOT_FOUND, `Nobody with the id "${enrolmentId}" is inside this automation any more.`)
  }

  /** What a switch left to do: a bounded piece of it. True while there is more. */
  async tidy(): Promise<boolean> {
    await this.db.query(endDrained())
    const [off] = await this.db.query<{ id: string }>(selectOffWithPeople())
    if (!off) return false
    await this.db.query(stopInside({ automationId: off.id, limit: AT_ONCE, reason: "automation_off" }))
    return true
  }

  /** Piece by piece, so that none of them holds many locks for long; by the index it is seconds for a hundred thousand. */
  private async takeBack(automationId: string): Promise<number> {
    for (let taken = 0; ;) {
      const some = await this.db.query(takeBackMails({ automationId, limit: AT_ONCE }))
      taken += some.length
      if (some.length === 0) return taken
    }
  }

  private async row(id: string): Promise<AutomationRow> {
    const [row] = await this.db.query<AutomationRow>(selectAutomation(id))
    if (!row) throw new MedusaError(NOT_FOUND, `There is no automation "${id}". It may have been deleted.`)
    return row
  }
}

function refusalOf({ name, state, live_version_id: version }: AutomationRow, to: AutomationState): string | null {
  if (to !== "off" && !version) return `"${name}" has no published version yet. Publish it first, then switch it on.`
  if (to === "draining" && state === "off") return `"${name}" is off; nobody is inside who could leave.`
  if (to === "paused" && state === "off") return `"${name}" is off; there is nothing to pause.`
  return null
}
