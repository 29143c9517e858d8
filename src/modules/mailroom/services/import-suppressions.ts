import { addCounts, type Counts } from "../../../core/contacts/import-counts"
import { readSuppressionRow, type ImportedSuppression } from "../../../core/contacts/import-suppression-row"
import type { Db } from "../database"
import { isNo, type ImportContext, type JudgedRow } from "../import-words"
import { insertChanges, type ImportChange } from "../sql/import-changes"
import { insertProblems, type StagedRow } from "../sql/import-rows"
import {
  insertImportedSuppressions,
  selectHolding,
  type HoldingRow,
  type NewSuppressionRow,
} from "../sql/import-suppressions"
import type { KeyringService } from "./keyring"

type Wanted = ImportedSuppression & { emailHash: Buffer | null }

/** What a file stops: each row of a suppression list, and people of whom a list of contacts says that they left. */
export class ImportSuppressionService {
  constructor(private readonly keyring: KeyringService) {}

  /** Reads the rows of a suppression list; the answer checks or writes them in the caller's transaction. */
  async ofList(context: ImportContext, rows: StagedRow[], isCheck: boolean) {
    const read = rows.map((staged) => ({
      n: Number(staged.n),
      ...readSuppressionRow({ n: Number(staged.n), cells: staged.cells }, context.plan),
    }))
    const problems = read.flatMap((one) => (one.ok ? [] : [{ n: one.n, problem: one.problem }]))
    const wanted: Wanted[] = []
    for (const one of read)
      if (one.ok)
        wanted.push({
          ...one.suppression,
          emailHash: one.suppression.address && (await this.keyring.emailHash(one.suppression.address.emailNorm)),
        })
    return async (tx: Db): Promise<Counts> => {
      if (isCheck) {
        if (problems.length > 0) await tx.query(insertProblems(context.importId, problems))
        return { invalid: problems.length, ...(await countNew(tx, wanted)) }
      }
      const made = await this.writeSuppressions(tx, context, wanted)
      return { invalid: problems.length, suppressed: made, already_suppressed: wanted.length - made }
    }
  }

  private async writeSuppressions(tx: Db, context: ImportContext, wanted: Wanted[]): Promise<number> {
    const rows = wanted.map((one): NewSuppressionRow => ({
      n: one.n,
      email_hash: one.emailHash?.toString("hex") ?? null,
      email_norm: one.address?.emailNorm ?? null,
      domain: one.domain,
      scope: one.scope,
      reason: one.reason,
    }))
    const made: { id: string; n: string }[] = []
    for (const kind of ["address", "domain"] as const) {
      const some = rows.filter(({ domain }) => (kind === "domain") === (domain !== null))
      if (some.length > 0)
        made.push(...(await tx.query<{ id: string; n: string }>(insertImportedSuppressions(kind, some, context))))
    }
    const changes = made.map(({ id, n }): ImportChange => ({
      n: Number(n),
      contact_id: null,
      address_id: null,
      made_contact: false,
      before: {},
      after: {},
      tags: [],
      said: [],
      suppression_ids: [id],
    }))
    await tx.query(insertChanges(context.importId, changes))
    return made.length
  }

  /** Of people who left, bounced or complained elsewhere. Answers the ids that are new, by row. */
  async ofPeople(tx: Db, context: ImportContext, judged: JudgedRow[]): Promise<Map<number, string[]>> {
    const rows = judged.filter(isNo).map(suppressionOf)
    if (rows.length === 0) return new Map()
    const made = await tx.query<{ id: string; n: string }>(insertImportedSuppressions("address", rows, context))
    return new Map(made.map(({ id, n }) => [Number(n), [id]]))
  }
}

function suppressionOf({ person, emailHash }: JudgedRow): NewSuppressionRow {
  const [scope, reason] =
    person.status === "bounced"
      ? ["all", "hard_bounce"]
      : person.status === "complained"
        ? ["marketing", "complaint"]
        : ["marketing", "unsubscribed"]
  return {
    n: person.n,
    email_hash: emailHash.toString("hex"),
    email_norm: person.emailNorm,
    domain: null,
    scope: scope!,
    reason: reason!,
  }
}

async function countNew(tx: Db, wanted: Wanted[]): Promise<Counts> {
  const held = await tx.query<HoldingRow>(
    selectHolding(
      wanted.flatMap(({ emailHash }) => emailHash ?? []),
      wanted.flatMap(({ domain }) => domain ?? []),
    ),
  )
  const key = (who: string, scope: string, reason: string) => `${who} ${scope} ${reason}`
  const known = new Set(held.map((row) => key(row.email_hash?.toString("hex") ?? row.domain!, row.scope, row.reason)))
  return wanted.reduce<Counts>((counts, { emailHash, domain, scope, reason }) => {
    const isKnown = known.has(key(emailHash?.toString("hex") ?? domain!, scope, reason))
    return addCounts(counts, { [isKnown ? "already_suppressed" : "suppressed"]: 1 })
  }, {})
}
