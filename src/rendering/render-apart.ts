import path from "node:path"
import { Worker } from "node:worker_threads"
import type { CompiledTemplate } from "../core/templates/contexts"
import { RenderError, type RenderFailure } from "./render-error"
import type { Rendered, RenderInput } from "./render-message"
import type { RenderAsked } from "./render-worker"

type Answer = { id: number; hasBegun: true } | Settled
type Settled = { id: number; rendered: Rendered } | { id: number; failure: RenderFailure; message: string }
/** `milliseconds` for one render, `startMilliseconds` until the thread has begun it. */
type Limits = { megabytes: number; milliseconds: number; startMilliseconds: number }

/** A draft may hold what no limit in the engine foresees: it gets this much, and then its thread is ended. */
const LIMITS: Limits = {
  megabytes: 64,
  milliseconds: 5_000,
  // On a machine that does ten other things a thread comes up late: that is no fault of the draft.
  startMilliseconds: 120_000,
}

/** Megabytes that the TypeScript compiler takes for itself where it runs in the thread. */
const COMPILER = 64

/**
 * Renders in a thread with its own, small heap: previews and trials of what somebody is still writing, and every template
 * before it goes live. A thread that runs out of memory or time is ended, the process goes on, and the next render gets a
 * new one. Bulk mail does not come this way: it renders what has passed here, behind the engine's own limits.
 */
export class RenderApart {
  private worker: Worker | undefined
  private last: Promise<unknown> = Promise.resolve()
  private asked = 0

  constructor(private readonly limits: Limits = LIMITS) {}

  /** One after the other: a draft that hangs holds up other drafts for its time, never a mail. */
  render(template: CompiledTemplate, input: RenderInput): Promise<Rendered> {
    const { subject, preheader, html, plain, links, variables, envelope } = template
    const asked = { template: { subject, preheader, html, plain, links, variables, envelope, versionId: null }, input }
    const turn = this.last.then(() => this.ask({ id: (this.asked += 1), ...asked }))
    this.last = turn.catch(() => undefined) // whoever asked is told; the next in line does not care
    return turn
  }

  async close(): Promise<void> {
    await this.worker?.terminate()
    this.worker = undefined
  }

  private ask(asked: RenderAsked): Promise<Rendered> {
    const worker = (this.worker ??= startWorker(this.limits))
    return new Promise((resolve, reject) => {
      const end = (settle: () => void, isOver = true) => {
        clearTimeout(timer)
        for (const name of ["message", "error", "exit"]) worker.removeAllListeners(name)
        worker.unref()
        if (isOver) this.worker = undefined
        settle()
      }
      const { milliseconds, startMilliseconds, megabytes } = this.limits
      const endAfter = (allowed: number) =>
        setTimeout(() => {
          void worker.terminate()
          end(() => reject(new RenderError("time", `over ${allowed} ms`)))
        }, allowed)
      let timer = endAfter(startMilliseconds)
      worker.ref()
      worker.on("message", (answer: Answer) => {
        if (!("hasBegun" in answer)) return end(() => settleBy(answer, resolve, reject), false)
        clearTimeout(timer)
        timer = endAfter(milliseconds)
      })
      worker.once("error", (error: Error & { code?: string }) =>
        end(() => reject(isMemory(error) ? new RenderError("memory", `over ${megabytes} MB`) : error)),
      )
      worker.once("exit", (code) => end(() => reject(new Error(`The rendering thread ended with code ${code}.`))))
      worker.postMessage(asked)
    })
  }
}

const apart = new RenderApart()

export function renderApart(template: CompiledTemplate, input: RenderInput): Promise<Rendered> {
  return apart.render(template, input)
}

function settleBy(answer: Settled, resolve: (rendered: Rendered) => void, reject: (error: Error) => void): void {
  if ("rendered" in answer) resolve(answer.rendered)
  else reject(RenderError.retold(answer.failure, answer.message))
}

const isMemory = ({ code }: { code?: string }): boolean => code === "ERR_WORKER_OUT_OF_MEMORY"

/** In the package it is JavaScript; in the repository TypeScript, which a new thread has to be taught. */
function startWorker({ megabytes }: Limits): Worker {
  const isSource = __filename.endsWith(".ts")
  const file = path.join(__dirname, isSource ? "render-worker.ts" : "render-worker.js")
  return new Worker(file, {
    resourceLimits: { maxOldGenerationSizeMb: megabytes + (isSource ? COMPILER : 0), maxYoungGenerationSizeMb: 16 },
    execArgv: isSource ? ["-r", "ts-node/register/transpile-only"] : [],
  })
}
