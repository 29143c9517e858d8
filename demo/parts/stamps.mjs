import { createHash } from "node:crypto"
import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import pg from "pg"
import { Trouble } from "../../scripts/trouble.mjs"

/** What was done to this database, kept in it: a copied, dropped or exchanged database tells the truth about itself. */
export async function openStamps(url) {
  const client = new pg.Client({ connectionString: url })
  client.on("error", () => undefined)
  await client.connect()
  await makeTable(client)
  return {
    client,
    read: async (name) => {
      const { rows } = await client.query("SELECT value FROM mailroom_demo.stamp WHERE name = $1", [name])
      return rows[0]?.value
    },
    write: async (name, value) => {
      await client.query(
        "INSERT INTO mailroom_demo.stamp VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        [name, value],
      )
    },
    close: () => client.end(),
  }
}

async function makeTable(client) {
  try {
    await client.query("CREATE SCHEMA IF NOT EXISTS mailroom_demo")
    await client.query("CREATE TABLE IF NOT EXISTS mailroom_demo.stamp (name text PRIMARY KEY, value text NOT NULL)")
  } catch (error) {
    await client.end()
    throw new Trouble(
      `The database does not let its user make tables (${error.message}): GRANT CREATE ON DATABASE to it, or leave DATABASE_URL out for the embedded one.`,
    )
  }
}

/** Changes when anything changes that `medusa db:migrate` would look at. */
export function schemaFingerprint(root) {
  const migrations = path.join(root, "migrations")
  const files = [
    path.join(root, "package-lock.json"),
    ...readdirSync(migrations)
      .sort()
      .map((file) => path.join(migrations, file)),
  ]
  const hash = createHash("sha256")
  for (const file of files) hash.update(readFileSync(file))
  return hash.digest("hex")
}
