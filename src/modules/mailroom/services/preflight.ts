import { MedusaError } from "@medusajs/framework/utils"
import { variantLetter } from "../../../core/mailings/ab-test"
import { PREFLIGHT_KEYS, type PreflightKey } from "../../../core/mailings/preflight-findings"
import type { PreflightExample, PreflightTally } from "../../../core/mailings/preflight-tally"
import type { Database } from "../database"
import type { MailingRow } from "../sql/mailings"
import {
  advancePreflight,
  beginPreflight,
  cancelPreflight,
  cancelUnasked,
  claimPreflight,
  failPreflight,
  forgetMembers,
  releasePreflight,
  selectIsDelivering,
  selectNames,
  selectPreflight,
  selectPreflightPeople,
  setPreflightProblem,
  startPreflight,
  type HeldRun,
  type NameRow,
  type PreflightPersonRow,
  type PreflightRow,
} from "../sql/preflight"
import type { MailingAudienceService } from "./mailing-audience"
import type { MailingService } from "./mailings"

/** As the admin API answers it. */
export type Preflight = Pick<
  PreflightRow,
  "revision" | "state" | "problem" | "total" | "done" | "affected" | "created_at" | "began_at" | "finished_at"
> & {
  /** It was edited since: what stands here is true of what it was. */
  is_old: boolean
  /** The worst kind first. */
  findings: { key: PreflightKey; n: number }[]
}

/** One of the worst: in whose mail it was found, and of an A/B test in which variant ("B"). */
export type PreflightPerson = {
  contact_id: string
  name: string | null
  email: string | null
  detail: string
  variant: string | null
}

export type ClaimedPreflight = PreflightRow & { token: string }

/** A worker that died is replaced after this; writing down a million people must fit into the longer one. */
const LEASE_SECONDS = 30
const FREEZE_LEASE_SECONDS = 120
const FORGOTTEN_AT_ONCE = 20_000

/** The mails of all recipients, made before the release (F55). Who makes them: runtime/preflight. */
export class PreflightService {
  constructor(
    private readonly db: Database,
    private readonly services: { mailings: MailingService; audiences: MailingAudienceService },
  ) {}

  /** Null: nobody has asked for one yet. */
  async get(mailingId: string): Promise<Preflight | null> {
    return this.of(await this.services.mailings.row(mailingId))
  }

  async of({ id, revision }: Pick<MailingRow, "id" | "revision">): Promise<Preflight | null> {
    const [row] = await this.db.query<PreflightRow>(selectPreflight(id))
    return row ? shown(row, revision) : null
  }

  /** Anew, also while one is running: what that one found belongs to an older text. */
  async start(mailingId: string, by: string | null): Promise<Preflight | null> {
    const mailing = await this.services.mailings.row(mailingId)
    if (mailing.state !== "draft" && mailing.state !== "scheduled")
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `This mailing is ${mailing.state}: all its mails are checked before it goes, not after.`,
      )
    const problem = await this.services.audiences.problem(mailing)
    if (problem)
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        "It is for nobody yet: choose who gets it, then all their mails can be checked.",
      )
    await this.db.query(startPreflight(mailingId, mailing.revision, by))
    return this.get(mailingId)
  }

  /** At once; the worker notices with its next step and keeps none of it. */
  async cancel(mailingId: string): Promise<Preflight | null> {
    await this.db.query(cancelPreflight(mailingId))
    return this.get(mailingId)
  }

  /** The worst mails with this finding, or the worst of all; erased people are left out. */
  async people(mailingId: string, key: PreflightKey | null): Promise<PreflightPerson[]> {
    await this.services.mailings.row(mailingId)
    const [row] = await this.db.query<PreflightRow>(selectPreflight(mailingId))
    const found = key ? (row?.findings[key]?.people ?? []) : worstOf(row)
    const names = await this.db.query<NameRow>(selectNames(found.map(({ contact_id }) => contact_id)))
    const nameOf = new Map(names.map((one) => [one.id, one]))
    return found.flatMap(({ contact_id, detail, variant }) => {
      const known = nameOf.get(contact_id)
      if (!known) return []
      const { name, email } = known
      return [{ contact_id, name, email, detail, variant: variant ? variantLetter(variant) : null }]
    })
  }

  /** The next run to work on, for this worker alone; null when there is none. Tidies up what nobody waits for. */
  async claim(): Promise<ClaimedPreflight | null> {
    await this.db.query(cancelUnasked())
    const [row] = await this.db.query<ClaimedPreflight>(claimPreflight(FREEZE_LEASE_SECONDS))
    if (row) return row
    await this.db.query(forgetMembers(FORGOTTEN_AT_ONCE))
    return null
  }

  /** Writes down who is to be looked at, and which texts. False: it was cancelled meanwhile, and nothing is kept. */
  async begin(run: HeldRun, mailing: MailingRow, versionIds: string[]): Promise<boolean> {
    try {
      await this.db.transaction(async (tx) => {
        if ((await this.services.audiences.freezeRecipients(tx, mailing, run)) === null) throw new GoneMeanwhile()
        await tx.query(beginPreflight(run, { revision: mailing.revision, versionIds }))
      })
      return true
    } catch (error) {
      if (error instanceof GoneMeanwhile) return false
      throw error
    }
  }

  /** The next people after row `from`, with what their mails are made of. */
  async next(runId: string, from: number, to: number, defaultLocale: string): Promise<PreflightPersonRow[]> {
    return this.db.query<PreflightPersonRow>(selectPreflightPeople(runId, from, to, defaultLocale))
  }

  /** Writes down what was found up to row `done` and holds on to the run. False: it is not this worker's any more. */
  async advance(run: HeldRun, done: number, { affected, findings }: PreflightTally): Promise<boolean> {
    const step = { done, affected, findings, leaseSeconds: LEASE_SECONDS }
    return (await this.db.query(advancePreflight(run, step))).length > 0
  }

  async release(run: HeldRun): Promise<void> {
    await this.db.query(releasePreflight(run))
  }

  /** For good: the text cannot be made into a mail. */
  async fail(run: HeldRun, problem: string): Promise<void> {
    await this.db.query(failPreflight(run, problem.slice(0, 500)))
  }

  /** Said on the screen while it is tried again. */
  async hindered(run: HeldRun, problem: string): Promise<void> {
    await this.db.query(setPreflightProblem(run, problem.slice(0, 500)))
  }

  async isDelivering(): Promise<boolean> {
    const [row] = await this.db.query<{ is_delivering: boolean }>(selectIsDelivering())
    return row!.is_delivering
  }
}

class GoneMeanwhile extends Error {}

function shown(row: PreflightRow, revision: number): Preflight {
  const { state, problem, total, done, affected, created_at, began_at, finished_at, findings } = row
  const counts = PREFLIGHT_KEYS.flatMap((key) => {
    const n = findings[key]?.n ?? 0
    return n > 0 ? [{ key, n }] : []
  })
  return {
    revision: row.revision,
    is_old: row.revision !== revision,
    state,
    problem,
    total,
    done,
    affected,
    created_at,
    began_at,
    finished_at,
    findings: counts,
  }
}

/** Each person once, by everything that was found in the mail. */
function worstOf(row: PreflightRow | undefined): PreflightExample[] {
  const all = PREFLIGHT_KEYS.flatMap((key) => row?.findings[key]?.people ?? [])
  const worst = [...all].sort((a, b) => b.points - a.points)
  return worst.filter((one, at) => worst.findIndex(({ contact_id }) => contact_id === one.contact_id) === at)
}
