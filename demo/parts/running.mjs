import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import path from "node:path"
import { Trouble } from "../../scripts/trouble.mjs"

const fileIn = (home) => path.join(home, "running.json")

/** Notes where shop and inbox answer, for `npm run demo:shop`; returns what removes the note. */
export function noteRunning(home, { origin, inbox }) {
  writeFileSync(fileIn(home), JSON.stringify({ origin, inbox }))
  return () => rmSync(fileIn(home), { force: true })
}

export function readRunning(home) {
  if (!existsSync(fileIn(home)))
    throw new Trouble(
      `No demo shop runs in ${home}: begin one with "npm start" in another terminal (same MAILROOM_DEMO_HOME).`,
    )
  return JSON.parse(readFileSync(fileIn(home), "utf8"))
}
