import type { Database } from "../database"
import { insertSteps, selectKnownSteps, selectSteps, type StepKey, type StepRow } from "../sql/automation-steps"

export type { StepKey, StepRow }

/** So often another process may be quicker; then something else is wrong. */
const MOST_TRIES = 10

/**
 * The steps of automations that send, each with a number of its own for ever (F39): by it their mails are counted apart,
 * in the counters that are kept while events are recorded.
 */
export class AutomationStepService {
  /** Steps that have their number: asked for with every mail, and they never lose it. */
  private readonly numbered = new Set<string>()

  constructor(private readonly db: Database) {}

  /** Gives those a number that have none yet; before their mails are planned. */
  async number(steps: StepKey[]): Promise<void> {
    let missing = steps.filter((one) => !this.numbered.has(keyOf(one)))
    for (let tries = 0; missing.length > 0; tries++) {
      if (tries === MOST_TRIES) throw new Error(`No number could be had for the step ${keyOf(missing[0]!)}.`)
      await this.db.query(insertSteps(missing))
      for (const known of await this.db.query<StepKey>(selectKnownSteps(missing))) this.numbered.add(keyOf(known))
      missing = missing.filter((one) => !this.numbered.has(keyOf(one)))
    }
  }

  /** What became of the mails of each step; steps that never sent are left out. */
  figures(automationIds: string[]): Promise<StepRow[]> {
    return this.db.query<StepRow>(selectSteps(automationIds))
  }
}

const keyOf = ({ automation_id: id, node }: StepKey) => `${id}/${node}`
