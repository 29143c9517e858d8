/**
 * Medusa's plugin build writes lazily loaded parts of the admin without a file ending. A store's build looks for Tailwind
 * classes in *.js and *.mjs only, and would drop the look of every screen of ours: here the parts get their ending.
 */
import { readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs"
import path from "node:path"
import { fileURLToPath } from "node:url"
import { Trouble } from "./trouble.mjs"

const admin = path.join(path.dirname(fileURLToPath(import.meta.url)), "../.medusa/server/src/admin")
const folder = path.join(admin, "_chunks")

const names = readdirSync(folder).filter((name) => !/\.m?js$/.test(name))
const contents = new Map(names.map((name) => [name, readFileSync(path.join(folder, name), "utf8")]))

for (const [ending, entry] of [
  [".mjs", "index.mjs"],
  [".js", "index.js"],
])
  nameAll(entry, ending)

const left = readdirSync(folder).filter((name) => !/\.m?js$/.test(name))
if (left.length > 0) throw new Trouble(`Nothing of the admin refers to these parts: ${left.join(", ")}.`)

/** The entry and every part that is reached from it, with the references in them. */
function nameAll(entry, ending) {
  const reached = new Set()
  const text = readFileSync(path.join(admin, entry), "utf8")
  collect(text, reached)
  writeFileSync(path.join(admin, entry), withEndings(text, ending))
  for (const name of reached) {
    writeFileSync(path.join(folder, name), withEndings(contents.get(name), ending))
    renameSync(path.join(folder, name), path.join(folder, name + ending))
  }
}

function collect(text, reached) {
  for (const name of names) {
    if (reached.has(name) || !text.includes(name)) continue
    reached.add(name)
    collect(contents.get(name), reached)
  }
}

/** `"./_chunks/mail-editor-a1b2"` → with its ending; only whole names between quotes are references. */
function withEndings(text, ending) {
  return names.reduce((so, name) => so.replaceAll(`/${name}"`, `/${name}${ending}"`), text)
}
