import { spawn, type ChildProcess } from "node:child_process"
import path from "node:path"
import { createInterface } from "node:readline"

const root = path.join(__dirname, "../..")
export const TS_NODE = ["-r", "ts-node/register/transpile-only"]

export type Worker = {
  process: ChildProcess
  pid: number
  started: Promise<void>
  ended: Promise<NodeJS.Signals | number | null>
}

/** A worker process; `given` is worker-main's argument. */
export function startWorker(given: Record<string, unknown>): Worker {
  const child = spawn(process.execPath, [...TS_NODE, "src/runtime/worker-main.ts", JSON.stringify(given)], {
    cwd: root,
    stdio: ["ignore", "pipe", process.env.MAILROOM_DEBUG ? "inherit" : "ignore"],
    env: { ...process.env, NODE_OPTIONS: "", TS_NODE_PROJECT: "tsconfig.json" },
  })
  const ended = new Promise<NodeJS.Signals | number | null>((resolve) =>
    child.once("exit", (code, signal) => resolve(signal ?? code)),
  )
  const started = new Promise<void>((resolve) =>
    createInterface({ input: child.stdout! }).once("line", () => resolve()),
  )
  return { process: child, pid: child.pid!, started, ended }
}
