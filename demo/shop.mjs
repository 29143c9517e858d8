/** `npm run demo:shop -- <what> [how many]`: shoppers, staff and readers for the running demo shop. */
import path from "node:path"
import { fileURLToPath } from "node:url"
import { Trouble } from "../scripts/trouble.mjs"
import { readRunning } from "./parts/running.mjs"
import { readWishes } from "./parts/wishes.mjs"
import { ERRANDS } from "./simulator/errands.mjs"

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), "..")
const USAGE = [
  "npm run demo:shop -- <what> [how many, default 1]",
  ...Object.entries(ERRANDS).map(([what, { help }]) => `  ${what.padEnd(12)} ${help}`),
].join("\n")

async function main([what, howMany = "1"]) {
  const errand = ERRANDS[what]
  if (!errand) throw new Trouble(what ? `"${what}" is not one of these:\n${USAGE}` : USAGE)
  const count = Number(howMany)
  if (!Number.isInteger(count) || count < 1)
    throw new Trouble(`"${howMany}" is not a number of times: give a whole number from 1.`)
  const running = readRunning(readWishes(process.env, root).home)
  await errand.run({ ...running, count, say: (text) => process.stdout.write(`${text}\n`) })
}

main(process.argv.slice(2)).catch((error) => {
  process.stderr.write(`${error instanceof Trouble ? error.message : error.stack}\n`)
  process.exitCode = 1
})
