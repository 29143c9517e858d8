import type { Bulk } from "../../bench/plan-bulk"

const HOT_TABLES = ["delivery", "message", "lane", "mailing", "contact", "heartbeat"]

/**
 * What a migration of the next version may do while workers of this one go on (docs/operations.md): new columns on the
 * tables that are written to all the time, a new table, a function replaced by one that keeps its signature.
 */
export async function migrateToNextVersion({ mailroom }: Bulk): Promise<void> {
  await mailroom.db.transaction(async (tx) => {
    const run = (text: string) => tx.query({ text, values: [] })
    for (const table of HOT_TABLES)
      await run(`ALTER TABLE mailroom.${table} ADD COLUMN of_next_version jsonb NOT NULL DEFAULT '{}'`)
    await run(`CREATE TABLE mailroom.of_next_version (id bigint PRIMARY KEY)`)
    const functions = await tx.query<{ definition: string }>({
      text: `SELECT pg_get_functiondef(p.oid) AS definition FROM pg_proc p
             JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname = 'mailroom' AND p.proname = 'hand_over'`,
      values: [],
    })
    for (const { definition } of functions) await run(definition)
  })
}
