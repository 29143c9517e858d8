import type { Counts } from "../../../core/contacts/import-counts"
import { readImportRow } from "../../../core/contacts/import-row"
import type { Database, Db } from "../database"
import { isNo, type ImportContext, type PreparedPerson } from "../import-words"
import { selectNow } from "../sql/consent"
import { selectContactFields, type ContactFieldRow } from "../sql/contact-fields"
import { insertTags } from "../sql/import-newcomers"
import { claimAddresses, insertProblems, selectFirstRows, type StagedRow } from "../sql/import-rows"
import type { ImportRow } from "../sql/imports"
import type { ImportPeopleService } from "./import-people"
import type { KeyringService } from "./keyring"

type Read = { people: PreparedPerson[]; problems: { n: number; problem: string }[] }

/** A chunk of a list of contacts: read outside of the transaction, because no lock should wait for the processor. */
export class ImportContactService {
  constructor(
    private readonly db: Database,
    private readonly services: { keyring: KeyringService; people: ImportPeopleService },
  ) {}

  /** What is to be done in the chunk's transaction, and whether all chunks before it must have been done. */
  async work(row: ImportRow, context: ImportContext, rows: StagedRow[]) {
    const read = await this.read(row, context, rows)
    return row.state === "checking" ? this.check(context, read) : this.run(context, read)
  }

  private check(context: ImportContext, { people, problems }: Read) {
    const write = async (tx: Db): Promise<Counts> => {
      const { first, repeated } = await firstOf(people, (keys) =>
        tx.query<{ n: string }>(claimAddresses(context.importId, keys)),
      )
      if (problems.length > 0) await tx.query(insertProblems(context.importId, problems))
      const counts = await this.services.people.judge(tx, context, first)
      return { invalid: problems.length, repeated: repeated.length, ...counts }
    }
    return { write, waitsForEarlier: false }
  }

  /** Of a repetition only a "no" counts: the first row decides, but nobody who left anywhere in the file is written to. */
  private async run(context: ImportContext, { people, problems }: Read) {
    const { first, repeated } = await firstOf(people, (keys) =>
      this.db.query<{ n: string }>(selectFirstRows(context.importId, keys)),
    )
    const repeatedNo = lastOfEach(repeated.filter(isNo))
    const tags = [...new Set(first.flatMap(({ person }) => person.tags))]
    if (tags.length > 0) await this.db.query(insertTags(tags))
    const write = async (tx: Db): Promise<Counts> => {
      const counts = first.length > 0 ? await this.services.people.write(tx, context, first) : {}
      if (repeatedNo.length > 0) await this.services.people.write(tx, context, repeatedNo)
      return { invalid: problems.length, repeated: repeated.length, ...counts }
    }
    return { write, waitsForEarlier: repeatedNo.length > 0 }
  }

  private async read({ columns }: ImportRow, { plan }: ImportContext, rows: StagedRow[]): Promise<Read> {
    const [clock] = await this.db.query<{ at: Date }>(selectNow())
    const fields = await this.db.query<ContactFieldRow>(selectContactFields())
    const file = { columns, fields, now: clock!.at }
    const people: PreparedPerson[] = []
    const problems: Read["problems"] = []
    for (const [at, { n, cells }] of rows.entries()) {
      if (at % 200 === 199) await breathe()
      const read = readImportRow({ n: Number(n), cells }, plan, file)
      if (!read.ok) problems.push({ n: Number(n), problem: read.problem })
      else
        people.push({
          person: read.person,
          emailHash: await this.services.keyring.emailHash(read.person.emailNorm),
        })
    }
    return { people, problems }
  }
}

/** The rows that name their address first in the file, and the others. */
async function firstOf(
  people: PreparedPerson[],
  ask: (keys: { n: number; emailHash: Buffer }[]) => Promise<{ n: string }[]>,
) {
  if (people.length === 0) return { first: [], repeated: [] }
  const found = await ask(people.map(({ person, emailHash }) => ({ n: person.n, emailHash })))
  const firsts = new Set(found.map(({ n }) => Number(n)))
  return {
    first: people.filter(({ person }) => firsts.has(person.n)),
    repeated: people.filter(({ person }) => !firsts.has(person.n)),
  }
}

function lastOfEach(people: PreparedPerson[]): PreparedPerson[] {
  return [...new Map(people.map((one) => [one.person.emailNorm, one])).values()]
}

// The storefront's requests are answered in between.
const breathe = () => new Promise<void>((resolve) => setImmediate(resolve))
