import type { DataSource, EntityManager } from "typeorm"

/** One SQL statement with its values, as the files in `sql/` return it. */
export type Statement = { text: string; values: unknown[] }

/** What a service needs to run statements: the pool, or one open transaction. */
export type Db = {
  query<Row = Record<string, unknown>>(statement: Statement): Promise<Row[]>
}

/** The pool: a `Db` that can also open a transaction. A throw inside rolls everything back. */
export type Database = Db & {
  transaction<T>(work: (tx: Db) => Promise<T>): Promise<T>
  readonly dataSource: DataSource
}

/** What waits for the commit of a transaction that is open. */
const waiting = new WeakMap<Db, (() => void)[]>()

/**
 * Runs `work` when what was written by `db` is there for everybody: at once for the pool, after the commit of an open
 * transaction, never after its rollback. `work` must not throw.
 */
export function afterCommit(db: Db, work: () => void): void {
  const works = waiting.get(db)
  if (works) works.push(work)
  else work()
}

/** Wraps TypeORM so that nothing above knows it: rows in, rows out. */
export function databaseOf(dataSource: DataSource): Database {
  return {
    dataSource,
    query: (statement) => run(dataSource.manager, statement),
    transaction: async (work) => {
      const after: (() => void)[] = []
      const answer = await dataSource.transaction((manager) => {
        const tx: Db = { query: (statement) => run(manager, statement) }
        waiting.set(tx, after)
        return work(tx)
      })
      for (const one of after) one()
      return answer
    },
  }
}

async function run<Row>(manager: EntityManager, { text, values }: Statement): Promise<Row[]> {
  const result = await manager.query(text, values)
  // For UPDATE and DELETE TypeORM's Postgres driver answers [rows, count], for the others the rows alone.
  return isRowsAndCount(result) ? result[0] : result
}

function isRowsAndCount(result: unknown): result is [never[], number] {
  return Array.isArray(result) && result.length === 2 && Array.isArray(result[0]) && typeof result[1] === "number"
}

const LOST_CONNECTION_CODES = new Set(["55000", "3D000", "57P01", "57P02", "57P03", "08000", "08003", "08006", "53300"])

/** True when the database went away (restart, fail-over, a cut connection): wait and try again, never give up a row. */
export function isDatabaseAway(error: unknown): boolean {
  const { code, message = "", name = "" } = (error ?? {}) as { code?: string; message?: string; name?: string }
  return (
    LOST_CONNECTION_CODES.has(code ?? "") ||
    ["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT"].includes(code ?? "") ||
    /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/.test(
      message,
    ) ||
    /AlreadyReleased|ConnectionNotFound|DriverAlreadyReleased/.test(name)
  )
}

/** A deadlock, a serialization failure, a lock that did not come: the same again finds its way (a migration in the middle of a run). */
export function isConflict(error: unknown): boolean {
  return ["40P01", "40001", "55P03"].includes((error as { code?: string } | null)?.code ?? "")
}

/** query_canceled: the database stopped a statement for taking longer than its statement_timeout. */
export function isStopped(error: unknown): boolean {
  return (error as { code?: string } | null)?.code === "57014"
}
