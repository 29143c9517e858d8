import type { AutomationVersion } from "../../core/automations/definition"
import { leavingOf } from "../../core/automations/leaving"
import { windowOf } from "../../core/mailings/sending-window"
import type { Reason } from "../../core/messages/states"
import type { Settings } from "../../core/settings/settings"
import type { Mailroom } from "../../modules/mailroom/mailroom"
import { selectPeople, type PersonRow } from "../../modules/mailroom/sql/enrolment-answers"
import { selectCountedMails } from "../../modules/mailroom/sql/replay"
import { answerOccurrences } from "./answers/occurrence"
import { personFrom } from "./answers/person"
import { ghostOf, type Coming, type Ghost } from "./ghost"
import { factsOf, NOBODY, type Walk } from "./walk"

/** Read together: few enough that a cancel is heard soon. */
const CHUNK = 200

/** Told how far it is; throws to end it. */
export type Progress = (done: number, total: number) => Promise<void>

export type GhostShared = Pick<Walk, "automationKind" | "settings"> & {
  automationId: string
  version: AutomationVersion
}

type GhostOptions = {
  /** Beyond so many nobody comes any more. */
  most: number
  progress?: Progress
  onlyPerson?: string
  /** What hours and the frequency cap make of marketing mails; without it they leave at once. */
  sending?: SendingAsOf
}

/** `countedDays`: so far back real mails may count for the cap of one that is replayed. */
export type SendingAsOf = { shop: Pick<Settings, "general" | "schedule" | "frequency">; countedDays: number }

/** All entrants of one replay, and what they are to each other: who came before whom, who took which place. */
export class GhostWorld {
  readonly ghosts: Ghost[] = []
  /** Of each person those who were let in, in their order. */
  readonly entered = new Map<string, Ghost[]>()
  readonly places = new Map<string, string[]>()
  /** What the codes of a promotion step cost so far. */
  readonly spent = new Map<string, number>()
  /** By currency. */
  readonly usualOrders = new Map<string, number>()
  /** Per question about a group of people: who was looked at, and who of them is in it. */
  readonly members = new Map<string, { asked: Set<string>; in: Set<string> }>()
  readonly verdicts = new Map<string, Reason | null>()
  /** When each person got or would get marketing mails that count for the cap. */
  readonly mailedAt = new Map<string, number[]>()
  isCut = false
  /** Of those who cannot go on: the first reason that nobody thought of. */
  trouble: string | null = null
  private met = 0
  private readonly queue: Ghost[] = []
  private readonly addresses = new Map<string, string | null>()

  constructor(
    readonly mailroom: Mailroom,
    private readonly shared: GhostShared,
    private readonly options: GhostOptions,
  ) {}

  /** A test run: of everybody whom a step selects only this person goes on. */
  get onlyPerson(): string | null {
    return this.options.onlyPerson ?? null
  }

  /** Who comes is read from the shop and our own tables before anybody walks; beyond `most` nobody comes any more. */
  async add(coming: Coming[]): Promise<void> {
    const room = Math.max(0, this.options.most - this.ghosts.length)
    if (coming.length > room) this.isCut = true
    const fresh = coming.slice(0, room).map((one, n) => ghostOf(this.shared, this.ghosts.length + n, one))
    this.ghosts.push(...fresh)
    for (let from = 0; from < fresh.length; from += CHUNK) {
      const some = fresh.slice(from, from + CHUNK)
      await this.meet(some)
      this.met += some.length
      await this.tell()
    }
    for (const ghost of fresh) if (ghost.state === "due") this.enqueue(ghost)
  }

  /** The one who is due next; null when nobody is before the end. */
  next(until: Date): Ghost | null {
    const first = this.queue[this.queue.length - 1]
    return first && first.dueAt <= until ? this.queue.pop()! : null
  }

  /** The cap is asked for the moment of the mail; else for now, with the rest of the gate. */
  get hasOwnRoom(): boolean {
    return this.options.sending !== undefined
  }

  /** When a marketing mail that nothing else is against would leave (F12), or why it would not. It counts for those after it. */
  leaves({ walk }: Ghost): ReturnType<typeof leavingOf> {
    const { sending } = this.options
    const { row, settings, person } = walk
    if (!sending) return { at: row.now }
    const { general, schedule, frequency } = sending.shop
    const left = leavingOf({
      decided: row.now,
      zone: person?.timeZone ?? null,
      shopZone: general.timeZone,
      window: windowOf(settings.sendingWindow, schedule),
      othersAt: this.mailedAt.get(row.contact_id ?? "") ?? [],
      cap: frequency,
      rules: settings,
    })
    if ("at" in left) this.mailedAt.get(row.contact_id ?? "")?.push(left.at.getTime())
    return left
  }

  /** In its order, the earliest last: of two at the same moment whoever came first. */
  enqueue(ghost: Ghost): void {
    let [from, to] = [0, this.queue.length]
    while (from < to) {
      const middle = (from + to) >> 1
      if (isBefore(ghost, this.queue[middle]!)) from = middle + 1
      else to = middle
    }
    this.queue.splice(from, 0, ghost)
  }

  /** How it ended for whoever cannot go on. */
  troubled(step: Walk["step"]): string {
    if (step?.kind === "missing") return "shop_data_missing"
    const error = step?.kind === "failed" ? step.error : undefined
    this.trouble ??= error instanceof Error ? error.message : String(error)
    return "error"
  }

  /** Reading who somebody is counts as much as the way. */
  tell(): Promise<void> {
    const walked = this.ghosts.filter(({ state }) => state !== "due").length
    return this.options.progress?.(this.met + walked, 2 * this.ghosts.length) ?? Promise.resolve()
  }

  /** Nobody becomes a contact by a replay: who is none yet stays unknown. */
  private async meet(ghosts: Ghost[]): Promise<void> {
    const walks = ghosts.map(({ walk }) => walk)
    await answerOccurrences(this.mailroom, walks)
    for (const ghost of ghosts) {
      const { walk } = ghost
      if (walk.step) {
        ghost.state = "failed"
        ghost.outcome = this.troubled(walk.step)
      } else {
        ghost.facts = factsOf(walk)!
        walk.row.contact_id ??= await this.contactBehind(ghost.facts.shopper.email)
      }
    }
    const ids = [...new Set(walks.flatMap(({ row }) => row.contact_id ?? []))]
    const rows = ids.length > 0 ? await this.mailroom.db.query<PersonRow>(selectPeople(ids)) : []
    const known = new Map(rows.map((row) => [row.id, personFrom(row)]))
    for (const walk of walks) walk.person = known.get(walk.row.contact_id ?? "") ?? NOBODY
    await this.readMailed(ids.filter((id) => !this.mailedAt.has(id)))
  }

  private async readMailed(contactIds: string[]): Promise<void> {
    const { sending } = this.options
    if (!sending || contactIds.length === 0) return
    const { automationId } = this.shared
    const rows = await this.mailroom.db.query<{ contact_id: string; at: number[] }>(
      selectCountedMails({ contactIds, automationId, days: sending.countedDays }),
    )
    for (const id of contactIds) this.mailedAt.set(id, [])
    for (const { contact_id: id, at } of rows) this.mailedAt.set(id, at)
  }

  private async contactBehind(email: string | null): Promise<string | null> {
    if (!email) return null
    const { contacts, db } = this.mailroom
    let found = this.addresses.get(email)
    if (found === undefined) this.addresses.set(email, (found = (await contacts.byEmail(db, email))?.contactId ?? null))
    return found
  }
}

function isBefore(a: Ghost, b: Ghost): boolean {
  const [first, second] = [a.dueAt.getTime(), b.dueAt.getTime()]
  return first === second ? a.walk.row.id < b.walk.row.id : first < second
}
