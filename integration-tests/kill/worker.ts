import { spawn, type ChildProcess } from "node:child_process"
import path from "node:path"
import { createInterface } from "node:readline"

const root = path.join(__dirname, "../..")
export const TS_NODE = ["-r", "ts-node/register/transpile-only"]

/** What a worker says when it has ended in good order. */
export type LastWord = { event: "stopped"; sent: number; peakRssMb: number }

export type Worker = {
  process: ChildProcess
  pid: number
  started: Promise<void>
  ended: Promise<NodeJS.Signals | number | null>
  /** SIGTERM; resolves with its last word when it is gone. */
  stop(): Promise<LastWord>
}

/** A worker process; `given` is its script's argument. With `clockOffMs` its own clock is wrong by so much. */
export function startWorker(
  given: Record<string, unknown>,
  { clockOffMs = 0, script = "src/runtime/worker-main.ts" } = {},
): Worker {
  const clock = clockOffMs === 0 ? [] : ["-r", path.join(__dirname, "wrong-clock.js")]
  const child = spawn(process.execPath, [...clock, ...TS_NODE, script, JSON.stringify(given)], {
    cwd: root,
    stdio: ["ignore", "pipe", process.env.MAILROOM_DEBUG ? "inherit" : "ignore"],
    env: {
      ...process.env,
      NODE_OPTIONS: "",
      TS_NODE_PROJECT: "tsconfig.json",
      WRONG_CLOCK_OFF_MS: String(clockOffMs),
    },
  })
  const lines = createInterface({ input: child.stdout! })
  const ended = new Promise<NodeJS.Signals | number | null>((resolve) =>
    child.once("exit", (code, signal) => resolve(signal ?? code)),
  )
  const started = new Promise<void>((resolve) => lines.once("line", () => resolve()))
  const lastWord = new Promise<LastWord>((resolve, reject) => {
    lines.on("line", (line) => {
      const said = JSON.parse(line) as LastWord
      if (said.event === "stopped") resolve(said)
    })
    lines.once("close", () => reject(new Error(`Worker ${child.pid} ended without a last word.`)))
  })
  // Whoever is killed has none, and nobody asks for it.
  lastWord.catch(() => undefined)
  const stop = async () => {
    child.kill("SIGTERM")
    const said = await lastWord
    await ended
    return said
  }
  return { process: child, pid: child.pid!, started, ended, stop }
}
