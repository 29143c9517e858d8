import type { Statement } from "../database"

/** The periodic task whose state holds the check of the ledger. */
export const CONSENT_CHECK = "consent-check"

/** Something that is not what it should be. `rows` are sequence numbers within the person's chain. */
export type ConsentProblem =
  | { kind: "broken_chain"; contact_id: string; rows: number[] }
  | { kind: "state_drift"; contact_id: string; address_id: string; differs: string[] }
  | { kind: "broken_anchor"; day: string; sentence: string }

/** How far a check has come: small enough to be kept between its steps. */
export type ConsentCheck = {
  stage: "chains" | "states" | "anchors" | "done"
  after: string | null
  /** Hash of the anchor before the next one, in hex. */
  previous: string | null
  chains: number
  entries: number
  anchors: number
  problems: ConsentProblem[]
  /** More than are listed. */
  problem_count: number
}

export type ConsentCheckState = {
  running?: ConsentCheck | null
  startedAt?: string
  last?: ConsentCheck
  finishedAt?: string
  isAsked?: boolean
}

export function selectConsentCheckState(): Statement {
  return {
    text: `SELECT state, last_error FROM mailroom.periodic_task WHERE name = $1`,
    values: [CONSENT_CHECK],
  }
}

/** "Check now": the loop sees it with its next look. While a run holds the task, its own end answers the wish. */
export function askForConsentCheck(): Statement {
  return {
    text: `
      INSERT INTO mailroom.periodic_task AS t (name, state) VALUES ($1, '{"isAsked": true}')
      ON CONFLICT (name) DO UPDATE SET state = t.state || '{"isAsked": true}', next_run_at = mailroom.now()
      WHERE t.lease_expires_at IS NULL OR t.lease_expires_at <= mailroom.now()`,
    values: [CONSENT_CHECK],
  }
}
