import type { Database } from "../database"
import {
  advanceReplay,
  cancelReplay,
  claimReplay,
  failReplay,
  finishReplay,
  forgetReplays,
  selectReplay,
  startReplay,
  type ClaimedReplayRow,
  type ReplayRow,
} from "../sql/replay-runs"
import type { Wakes } from "../wakes"
import type { AutomationService } from "./automations"

/** As the admin API answers it; `Report` is what `runtime/automations/replay-report` makes. */
export type ReplayRun<Report = unknown> = Omit<ReplayRow, "run_id" | "report"> & { report: Report | null }

/** A worker that died is replaced after this. */
const LEASE_SECONDS = 60
const LOOP = "replays"

/** What somebody wants replayed, and what was found (F51). Who walks: runtime/replays. */
export class ReplayService {
  constructor(
    private readonly db: Database,
    private readonly services: { automations: AutomationService; wakes: Wakes },
  ) {}

  /** Null: nobody has asked for one lately. */
  async get(automationId: string): Promise<ReplayRun | null> {
    await this.services.automations.retrieve(automationId)
    const [row] = await this.db.query<ReplayRow>(selectReplay(automationId))
    if (!row) return null
    const { run_id: _run, ...shown } = row
    return shown
  }

  /** Anew, also while one is running: that one belongs to an older draft. */
  async start(automationId: string, days: number, by: string | null): Promise<ReplayRun | null> {
    await this.services.automations.retrieve(automationId)
    await this.db.query(startReplay(automationId, days, by))
    this.services.wakes.wake(LOOP)
    return this.get(automationId)
  }

  /** At once; the worker notices with its next step and keeps none of it. */
  async cancel(automationId: string): Promise<ReplayRun | null> {
    await this.db.query(cancelReplay(automationId))
    return this.get(automationId)
  }

  /** The next one, for this worker alone; null when there is none. */
  async claim(): Promise<ClaimedReplayRow | null> {
    const [row] = await this.db.query<ClaimedReplayRow>(claimReplay(LEASE_SECONDS))
    if (row) return row
    await this.db.query(forgetReplays())
    return null
  }

  /** Says how far it is and holds on to it. False: it is not this worker's any more. */
  async advance(
    { run_id: runId, lease_token: token }: ClaimedReplayRow,
    done: number,
    total: number,
  ): Promise<boolean> {
    const step = { done, total, leaseSeconds: LEASE_SECONDS }
    return (await this.db.query(advanceReplay({ runId, token }, step))).length > 0
  }

  async finish(
    { run_id: runId, lease_token: token }: ClaimedReplayRow,
    found: { report: unknown; contactIds: string[] },
  ): Promise<void> {
    await this.db.query(finishReplay({ runId, token }, found))
  }

  async fail({ run_id: runId, lease_token: token }: ClaimedReplayRow, problem: string): Promise<void> {
    await this.db.query(failReplay({ runId, token }, problem.slice(0, 500)))
  }
}
