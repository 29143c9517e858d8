import { throwAwayDatabase } from "./database"

/** One line for whoever watches. */
export const say = (line: string) => void process.stdout.write(`${line}\n`)

/** Since a `performance.now()`, to a tenth. */
export const seconds = (from: number) => Number(((performance.now() - from) / 1000).toFixed(1))

/** Runs a bench on a migrated database of its own; that, and what `cleanUp` knows of, is gone afterwards whatever happened. */
export function onOwnDatabase(run: (databaseUrl: string) => Promise<void>, cleanUp?: () => void): void {
  withDatabase(run, cleanUp).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
    process.exit(1)
  })
}

async function withDatabase(run: (databaseUrl: string) => Promise<void>, cleanUp?: () => void): Promise<void> {
  const database = await throwAwayDatabase()
  try {
    await run(database.url)
  } finally {
    await database.stop()
    cleanUp?.()
  }
}
