import { execFileSync } from "node:child_process"
import { statSync } from "node:fs"
import path from "node:path"

/**
 * PostgreSQL refuses to run as root. Root therefore lends it the account of `postgres`, or of `nobody` where no such
 * account exists; nothing is added to the system. Undefined for everybody else: the server runs as they are.
 */
export function serverAccount() {
  if (process.getuid?.() !== 0) return undefined
  return accountOf("postgres") ?? accountOf("nobody")
}

function accountOf(name) {
  try {
    const ask = (flag) =>
      Number(execFileSync("id", [flag, name], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }))
    return { name, uid: ask("-u"), gid: ask("-g") }
  } catch {
    // `id` answers an unknown account with an exit code: the caller tries the next one.
    return undefined
  }
}

/** Whether the account may walk into this folder: every folder above it must let it through. */
export function canReach(folder, account) {
  if (!account) return true
  return ancestors(path.resolve(folder)).every((each) => maySearch(statSync(each), account))
}

function maySearch({ uid, gid, mode }, account) {
  if (uid === account.uid) return Boolean(mode & 0o100)
  if (gid === account.gid) return Boolean(mode & 0o010)
  return Boolean(mode & 0o001)
}

function ancestors(folder) {
  const parent = path.dirname(folder)
  return parent === folder ? [folder] : [...ancestors(parent), folder]
}
