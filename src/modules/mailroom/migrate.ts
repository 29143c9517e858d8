import { createDataSource, type DataSourceOptions } from "./data-source"

type Applied = { name: string }

/** Applies what is missing of `migrations/` and returns it; needs no valid settings, only the database. */
export async function applyMigrations(options: DataSourceOptions): Promise<Applied[]> {
  const source = await createDataSource({ ...options, poolMax: 1 }).initialize()
  try {
    // TypeORM puts its own table into the schema before the first migration could make it.
    await source.query("CREATE SCHEMA IF NOT EXISTS mailroom")
    const applied = await source.runMigrations()
    return applied.map(({ name }) => ({ name }))
  } finally {
    await source.destroy()
  }
}

/** Takes back the newest migration. */
export async function revertLastMigration(options: DataSourceOptions): Promise<void> {
  const source = await createDataSource({ ...options, poolMax: 1 }).initialize()
  try {
    await source.undoLastMigration()
  } finally {
    await source.destroy()
  }
}
