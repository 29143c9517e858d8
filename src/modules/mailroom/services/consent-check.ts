import { createHash } from "node:crypto"
import { brokenRows, personalHashOf } from "../../../core/contacts/consent-chain"
import { foldConsent } from "../../../core/contacts/consent-fold"
import { stateDrift } from "../../../core/contacts/state-drift"
import { chainedRow } from "../chained-row"
import type { Database } from "../database"
import { lockContacts } from "../sql/consent"
import {
  insertAnchor,
  selectAnchors,
  selectChainOwners,
  selectCheckedChains,
  selectHashesOfDay,
  selectLastAnchor,
  selectNextAnchorDay,
  selectStatesWithoutLog,
  selectStoredStates,
  type AnchorRow,
  type CheckedRow,
  type StoredState,
} from "../sql/consent-check"
import {
  askForConsentCheck,
  selectConsentCheckState,
  type ConsentCheck,
  type ConsentCheckState,
  type ConsentProblem,
} from "../sql/consent-check-state"
import type { ConsentService } from "./consent"

/** What the owner sees of the ledger: the check that runs, and what the last one found. */
export type ConsentCheckAnswer = {
  running: Pick<ConsentCheck, "stage" | "chains" | "entries" | "problem_count"> | null
  last: (Omit<ConsentCheck, "stage" | "after" | "previous"> & { finished_at: string }) | null
}

const CHAINS_PER_STEP = 1000
const HASHES_PER_PAGE = 10_000
/** A broken ledger of a million rows must not fill the memory, nor the screen. */
const MOST_PROBLEMS = 500

/** Proves that nobody changed the log, and that the state beside it is its fold. Bounded memory, step by step. */
export class ConsentCheckService {
  constructor(
    private readonly db: Database,
    private readonly consent: ConsentService,
  ) {}

  async answer(): Promise<ConsentCheckAnswer> {
    const [row] = await this.db.query<{ state: ConsentCheckState }>(selectConsentCheckState())
    const { running, last, finishedAt, isAsked } = row?.state ?? {}
    const now = running ?? (isAsked ? this.begin() : null)
    return {
      running: now && pick(now),
      last: last && finishedAt ? { ...found(last), finished_at: finishedAt } : null,
    }
  }

  /** The loop begins within half a minute. */
  async ask(): Promise<ConsentCheckAnswer> {
    await this.db.query(askForConsentCheck())
    return this.answer()
  }

  begin(): ConsentCheck {
    return {
      stage: "chains",
      after: null,
      previous: null,
      chains: 0,
      entries: 0,
      anchors: 0,
      problems: [],
      problem_count: 0,
    }
  }

  /** One bounded step; the answer is the check to go on with. `done` when its stage is. */
  async step(check: ConsentCheck): Promise<ConsentCheck> {
    switch (check.stage) {
      case "chains":
        return this.chains(check)
      case "states":
        return this.states(check)
      case "anchors":
        return this.anchors(check)
      case "done":
        return check
    }
  }

  /** All of it at once, for the command line. */
  async run(onStep: (check: ConsentCheck) => void = () => undefined): Promise<ConsentCheck> {
    let check = this.begin()
    while (check.stage !== "done") {
      check = await this.step(check)
      onStep(check)
    }
    return check
  }

  /** Makes the state what the log says, for these people; the log itself is never touched. */
  async repair(contactIds: string[]): Promise<number> {
    const ids = [...new Set(contactIds)]
    return this.db.transaction(async (tx) => {
      await tx.query(lockContacts(ids))
      return this.consent.refold(tx, ids)
    })
  }

  /** Anchors the next day that is over; null when there is none. A chain whose last rows were cut off no longer fits. */
  async anchorNextDay(): Promise<string | null> {
    const [last] = await this.db.query<AnchorRow>(selectLastAnchor())
    const [next] = await this.db.query<{ day: string | null }>(selectNextAnchorDay(last?.day ?? null))
    if (!next?.day) return null
    const { entries, hash } = await this.digestOf(next.day, last?.hash ?? null)
    await this.db.query(insertAnchor(next.day, entries, hash))
    return next.day
  }

  private async chains(check: ConsentCheck): Promise<ConsentCheck> {
    const owners = await this.db.query<{ contact_id: string }>(selectChainOwners(check.after, CHAINS_PER_STEP))
    const ids = owners.map(({ contact_id }) => contact_id)
    const [rows, states] =
      ids.length === 0
        ? [[], []]
        : await Promise.all([
            this.db.query<CheckedRow>(selectCheckedChains(ids)),
            this.db.query<StoredState>(selectStoredStates(ids)),
          ])
    const byContact = byOwner(rows)
    const problems = [
      ...[...byContact].flatMap(([contactId, chain]) => chainProblem(contactId, chain)),
      ...states.flatMap((state) => driftOf(state, byContact.get(state.contact_id) ?? [])),
    ]
    const isLast = ids.length < CHAINS_PER_STEP
    return {
      ...withProblems(check, problems),
      stage: isLast ? "states" : "chains",
      after: isLast ? null : ids.at(-1)!,
      chains: check.chains + ids.length,
      entries: check.entries + rows.length,
    }
  }

  private async states(check: ConsentCheck): Promise<ConsentCheck> {
    const rows = await this.db.query<{ address_id: string; contact_id: string }>(selectStatesWithoutLog(MOST_PROBLEMS))
    const problems = rows.map((row): ConsentProblem => ({
      kind: "state_drift",
      ...row,
      differs: ["no entry in the log"],
    }))
    return { ...withProblems(check, problems), stage: "anchors", after: null }
  }

  private async anchors(check: ConsentCheck): Promise<ConsentCheck> {
    const [anchor] = await this.db.query<AnchorRow>(selectAnchors(check.after, 1))
    if (!anchor) return { ...check, stage: "done", after: null, previous: null }
    const before = check.previous === null ? null : Buffer.from(check.previous, "hex")
    const { entries, hash } = await this.digestOf(anchor.day, before)
    const kept = Number(anchor.entries)
    const isSame = hash.equals(anchor.hash)
    const sentence =
      entries === kept
        ? `The ${kept} entries of that day are not the ones that were anchored.`
        : `${kept} entries were anchored on that day, ${entries} are there now.`
    const problems: ConsentProblem[] = isSame ? [] : [{ kind: "broken_anchor", day: anchor.day, sentence }]
    // The next anchor was made over this one as it is kept: one broken day must not accuse all that follow.
    const previous = anchor.hash.toString("hex")
    return { ...withProblems(check, problems), after: anchor.day, previous, anchors: check.anchors + 1 }
  }

  private async digestOf(day: string, previous: Buffer | null): Promise<{ entries: number; hash: Buffer }> {
    const digest = createHash("sha256").update(previous ?? Buffer.alloc(0))
    let entries = 0
    for (let after = "0"; ;) {
      const page = await this.db.query<{ id: string; hash: Buffer }>(selectHashesOfDay(day, after, HASHES_PER_PAGE))
      for (const { hash } of page) digest.update(hash)
      entries += page.length
      if (page.length < HASHES_PER_PAGE) return { entries, hash: digest.digest() }
      after = page.at(-1)!.id
    }
  }
}

const pick = ({ stage, chains, entries, problem_count }: ConsentCheck) => ({ stage, chains, entries, problem_count })

function found({ chains, entries, anchors, problems, problem_count }: ConsentCheck) {
  return { chains, entries, anchors, problems, problem_count }
}

function byOwner(rows: CheckedRow[]): Map<string, CheckedRow[]> {
  const chains = new Map<string, CheckedRow[]>()
  for (const row of rows) {
    const chain = chains.get(row.contact_id)
    if (chain) chain.push(row)
    else chains.set(row.contact_id, [row])
  }
  return chains
}

function withProblems(check: ConsentCheck, problems: ConsentProblem[]): ConsentCheck {
  return {
    ...check,
    problems: [...check.problems, ...problems].slice(0, MOST_PROBLEMS),
    problem_count: check.problem_count + problems.length,
  }
}

function chainProblem(contactId: string, chain: CheckedRow[]): ConsentProblem[] {
  const swapped = chain.filter(isSwapped).map(({ seq }) => seq)
  const rows = [...new Set([...brokenRows(chain.map(chainedRow)), ...swapped])].sort((a, b) => a - b)
  return rows.length > 0 ? [{ kind: "broken_chain", contact_id: contactId, rows: rows.slice(0, 50) }] : []
}

/** Emptied personal parts (erasure) are in order; changed ones are not. */
function isSwapped({ salt, email, page_url, ip, user_agent, note, personal_hash }: CheckedRow): boolean {
  if (salt === null) return false
  const hash = personalHashOf(salt, { email, pageUrl: page_url, ip, userAgent: user_agent, note })
  return !hash.equals(personal_hash)
}

function driftOf(state: StoredState, chain: CheckedRow[]): ConsentProblem[] {
  const own = chain.map(chainedRow).filter(({ emailHash }) => emailHash.equals(state.email_hash))
  const differs = stateDrift(
    {
      marketing: state.marketing,
      basis: state.marketing_basis,
      since: state.marketing_since,
      expiresAt: state.marketing_expires_at,
      tracking: state.tracking,
      topics: state.topics.map(({ topic_id, state: kept }) => ({ topicId: topic_id, state: kept })),
    },
    foldConsent(own),
  )
  const { contact_id, address_id } = state
  return differs.length > 0 ? [{ kind: "state_drift", contact_id, address_id, differs }] : []
}
