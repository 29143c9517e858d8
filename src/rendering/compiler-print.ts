import { createHash } from "node:crypto"
import { readdir, readFile } from "node:fs/promises"
import path from "node:path"
import type { Brand, CompiledTemplate } from "../core/templates/contexts"

/** What is compiled, and by what: the words and blocks of the mails, and everything that the compiler can import. */
const SOURCES = [__dirname, path.join(__dirname, "../core"), path.join(__dirname, "../../emails")]

/**
 * Names the compiler and its sources: the same twice if and only if templates compiled again would be the same. What the
 * libraries below it make shows in `probe`, one template compiled in that brand. Some 30 ms; all built-ins
 * together take two seconds of a processor.
 */
export async function compilerPrint(brand: Brand, probe: CompiledTemplate): Promise<string> {
  const hash = createHash("sha256").update(JSON.stringify([brand, probe]))
  for (const folder of SOURCES)
    for (const file of await filesOf(folder)) hash.update(`\0${file}\0`).update(await readFile(path.join(folder, file)))
  return hash.digest("hex")
}

async function filesOf(folder: string): Promise<string[]> {
  return (await readdir(folder, { recursive: true })).filter((file) => /\.(?:js|tsx?)$/.test(file)).sort()
}
