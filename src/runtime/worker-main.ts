import { createDataSource } from "../modules/mailroom/data-source"
import { assembleMailroom } from "../modules/mailroom/assemble-mailroom"
import type { Log } from "../modules/mailroom/mailroom"
import { parseOptions } from "../modules/mailroom/options"
import { Dispatcher } from "./dispatcher"
import { startRuntime } from "./start"
import { sweeper } from "./sweeper"
import type { Step } from "./wire"

/** One JSON argument; everything else stands in the database's settings. */
type Arguments = {
  databaseUrl: string
  /** Plugin options as in medusa-config.ts: smtpUrl, baseUrl, pool, settings … */
  options?: Record<string, unknown>
  leaseSeconds?: number
  sweepSeconds?: number
  mailsPerConnection?: number
  /** Kill tests: die by SIGKILL when the n-th message reaches this step. */
  dieAt?: { step: Step; message: number }
}

const log: Log = {
  info: (message) => void process.stderr.write(`${message}\n`),
  warn: (message) => void process.stderr.write(`${message}\n`),
  error: (message, error) =>
    void process.stderr.write(`${message}${error ? `: ${error.stack ?? error.message}` : ""}\n`),
}

/** Says what it does, one JSON line each, to whoever started it. */
const say = (line: Record<string, unknown>) => void process.stdout.write(`${JSON.stringify(line)}\n`)

/**
 * A process that only sends: dispatcher and sweeper without Medusa.
 *
 * @example node worker-main.js '{"databaseUrl":"postgres://…","options":{"smtpUrl":"smtp://…","baseUrl":"https://…"}}'
 */
async function main(given: Arguments): Promise<void> {
  const { options, problems } = parseOptions(given.options)
  const dataSource = await createDataSource({ url: given.databaseUrl, poolMax: options.pool.max }).initialize()
  const mailroom = assembleMailroom({ dataSource, options, optionProblems: problems, log })
  const dispatcher = new Dispatcher(mailroom, {
    leaseSeconds: given.leaseSeconds,
    mailsPerConnection: given.mailsPerConnection,
    onStep: dyingAt(given.dieAt),
  })
  const sweepMs = given.sweepSeconds && given.sweepSeconds * 1000
  const runtime = startRuntime(mailroom, { role: "worker", loops: [dispatcher, sweeper(mailroom, sweepMs)] })
  say({ event: "started", pid: process.pid })
  let isStopping = false
  const stop = async () => {
    if (isStopping) return
    isStopping = true
    await runtime.stop()
    await dataSource.destroy()
    const peakRssMb = Math.round(process.resourceUsage().maxRSS / 1024)
    say({ event: "stopped", sent: dispatcher.vitals().sent, peakRssMb })
    process.exit(0)
  }
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void stop())
}

function dyingAt(dieAt: Arguments["dieAt"]): ((step: Step) => void) | undefined {
  if (!dieAt) return undefined
  let reached = 0
  return (step) => {
    if (step !== dieAt.step) return
    reached += 1
    if (reached === dieAt.message) process.kill(process.pid, "SIGKILL")
  }
}

const [argument] = process.argv.slice(2)
if (!argument) {
  process.stderr.write('Give one JSON argument, for example \'{"databaseUrl":"postgres://localhost/shop"}\'.\n')
  process.exit(2)
}
main(JSON.parse(argument) as Arguments).catch((error: unknown) => {
  log.error("Mailroom: the worker could not start", error instanceof Error ? error : new Error(String(error)))
  process.exit(1)
})
