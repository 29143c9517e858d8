import { fork } from "node:child_process"
import path from "node:path"
import { TS_NODE } from "../integration-tests/kill/worker"

/** `twice`: addresses that came more than once; `receipts`: when each mail to "buyer…" was taken, ms since 1970. */
export type Counted = { accepted: number; addresses: number; twice: number; receipts: Record<string, number> }
export type Sink = { port: number; count: () => Promise<Counted>; stop: () => void }

/** `sink.ts` in a process of its own. Only with `recipients` it knows more than how many mails it accepted. */
export async function startSink({ recipients = false } = {}): Promise<Sink> {
  const sink = fork(path.join(__dirname, "sink.ts"), recipients ? ["--recipients"] : [], {
    execArgv: TS_NODE,
    cwd: path.join(__dirname, ".."),
    env: { ...process.env, NODE_OPTIONS: "", TS_NODE_PROJECT: "tsconfig.json" },
  })
  const answer = <T>() => new Promise<T>((resolve) => sink.once("message", (message) => resolve(message as T)))
  const { port } = await answer<{ port: number }>()
  const count = () => {
    const reply = answer<Counted>()
    sink.send("count")
    return reply
  }
  return { port, count, stop: () => sink.disconnect() }
}
