import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import path from "node:path"
import { Trouble } from "../../scripts/trouble.mjs"

/** One run per home: two on the same database would send every mail from two shops. */
export function takeHome(home) {
  orTrouble(`The folder ${home} cannot be made`, () => mkdirSync(home, { recursive: true }))
  const file = path.join(home, "run.pid")
  const holder = Number(read(file))
  if (holder && holder !== process.pid && isDemo(holder))
    throw new Trouble(
      `The demo shop already runs (process ${holder}): stop it with Ctrl-C, or set MAILROOM_DEMO_HOME, PORT and MAILBOX_PORT for a second one.`,
    )
  orTrouble(`The folder ${home} cannot be written to`, () => writeFileSync(file, String(process.pid)))
  return { leave: () => rmSync(file, { force: true }), wasKilled: Boolean(holder) }
}

function orTrouble(what, work) {
  try {
    work()
  } catch (error) {
    throw new Trouble(`${what} (${error.code}): set MAILROOM_DEMO_HOME to a folder that you may write to.`)
  }
}

function read(file) {
  try {
    return readFileSync(file, "utf8")
  } catch {
    // No file: nobody runs.
    return ""
  }
}

/** A process of that number may be somebody else's by now; where the system tells its command line, we look. */
function isDemo(pid) {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return error.code === "EPERM"
  }
  const commandLine = read(`/proc/${pid}/cmdline`)
  return commandLine === "" || commandLine.includes("start.mjs")
}
