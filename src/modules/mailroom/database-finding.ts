import type { Finding } from "../../core/settings/findings"
import { isDatabaseAway } from "./database"

/** What a database error means for the merchant; null for one that is none of these. */
export function databaseFinding(error: unknown): Finding | null {
  const { code, message = "", name = "" } = (error ?? {}) as { code?: string; message?: string; name?: string }
  const blocks = { severity: "blocks", section: null } as const
  if (code === "42P01" || code === "3F000" || code === "42883")
    return {
      ...blocks,
      key: "schema_missing",
      sentence: `Mailroom's tables are not (all) there: ${message}`,
      way_out: "Run `npx medusa db:migrate`, then start the store again.",
    }
  if (code === "42501")
    return {
      ...blocks,
      key: "database_right_missing",
      sentence: `The store's database user may not do what Mailroom needs: ${message}`,
      way_out:
        'Give the user the right to create a schema (GRANT CREATE ON DATABASE … TO …), run "npx medusa db:migrate", or let an administrator run it.',
    }
  if (
    isDatabaseAway(error) ||
    /CannotExecuteNotConnected|ConnectionIsNotSet|TypeORMError/.test(name) ||
    /^(28|3D|08|57)/.test(code ?? "") ||
    code === "ENOTFOUND"
  )
    return {
      ...blocks,
      key: "database_away",
      sentence: `Mailroom cannot reach its database: ${message || code || name}`,
      way_out: "Check that PostgreSQL runs and takes more connections. Mailroom tries again by itself.",
    }
  return null
}
