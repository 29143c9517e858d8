import type { Statement } from "../database"

/** Makes the three keys of a new installation; running it again, or in two processes at once, changes nothing. */
export function insertMissingKeys(secrets: Record<"signing" | "address" | "sealing", Buffer>): Statement {
  return {
    text: `INSERT INTO mailroom.keyring (kind, kid, secret) VALUES ('signing', 1, $1), ('address', 1, $2), ('sealing', 1, $3)
           ON CONFLICT (kind, kid) DO NOTHING`,
    values: [secrets.signing, secrets.address, secrets.sealing],
  }
}

export function selectKeys(): Statement {
  return { text: `SELECT kind, kid, secret, state FROM mailroom.keyring ORDER BY kind, kid`, values: [] }
}
