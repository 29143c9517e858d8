import { spawn } from "node:child_process"
import { closeSync, openSync, readFileSync } from "node:fs"
import path from "node:path"
import { fileURLToPath } from "node:url"
import { Trouble } from "../../scripts/trouble.mjs"

/** Commands under way, the store among them, for a Ctrl-C in the middle of one. */
const commands = new Set()

const LIVE_WITH_PARENT = fileURLToPath(new URL("./live-with-parent.cjs", import.meta.url))

/** Runs one command of Medusa's command line to its end; what it says goes to `log`. */
export async function runMedusa(args, { root, env, log, onLine }) {
  const { child, ended } = spawnMedusa(args, { root, env, log, onMessage: onLine })
  const code = await ended
  if (code !== 0)
    throw new Trouble(
      `"medusa ${args[0]}" failed (exit code ${code ?? child.signalCode}):\n${tail(log)}\nThe whole log: ${log}`,
    )
}

export async function stopCommands() {
  await Promise.all([...commands].map((command) => command.stop()))
}

/** Starts the store and returns when it answers on its port. */
export async function startStore({ root, env, log, port }) {
  const { ended } = spawnMedusa(["start", "--port", String(port)], { root, env, log })
  let exit
  ended.then((code) => (exit = { code }))
  while (!(await answers(`http://localhost:${port}/health`))) {
    if (exit)
      throw new Trouble(
        `The store stopped while it started (exit code ${exit.code}):\n${tail(log)}\nThe whole log: ${log}`,
      )
    await pause(150)
  }
  return { ended }
}

function spawnMedusa(args, { root, env, log, onMessage }) {
  const output = openSync(log, args[0] === "start" ? "w" : "a")
  const cli = path.join(root, "node_modules/@medusajs/cli/cli.js")
  const child = spawn(process.execPath, ["-r", LIVE_WITH_PARENT, cli, ...args], {
    cwd: root,
    env: { ...process.env, NODE_ENV: "development", MEDUSA_DISABLE_TELEMETRY: "true", NO_COLOR: "1", ...env },
    stdio: ["ignore", output, output, "ipc"],
    // A process group of its own: Ctrl-C reaches the starter alone, which stops its parts in the right order.
    detached: process.platform !== "win32",
  })
  closeSync(output)
  if (onMessage) child.on("message", onMessage)
  const ended = new Promise((resolve) => child.once("close", (code) => resolve(code)))
  const command = { stop: () => stop(child, ended) }
  commands.add(command)
  ended.then(() => commands.delete(command))
  return { child, ended }
}

/** Asks first, and insists after 15 seconds: nothing may stay behind. */
async function stop(child, ended) {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill("SIGTERM")
  const insist = setTimeout(() => child.kill("SIGKILL"), 15_000)
  await ended
  clearTimeout(insist)
}

async function answers(url) {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(2000) })).ok
  } catch {
    // Not listening yet: the caller asks again and looks whether the process still lives.
    return false
  }
}

function tail(log) {
  return readFileSync(log, "utf8").trimEnd().split("\n").slice(-25).join("\n")
}

export function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
