import { RenderError } from "./render-error"

/** Pieces of a template that one part of a mail may render; an order of 500 lines takes about 15,000. */
const MOST_STEPS = 200_000
/** Only a backstop for what does much within one step; generous, since a busy machine is not the template's fault. */
const MOST_MS = 5_000

/**
 * Ends a template that does not end. It counts steps and not milliseconds, so that the same template always ends the
 * same way: by the clock, a receipt would fail for good because a neighbour kept the processor busy.
 */
export class StepLimit {
  private steps = 0
  private startedAt = 0

  use(steps: number): void {
    const before = this.steps
    this.steps += steps
    if (this.steps > MOST_STEPS) throw new RenderError("time", `over ${MOST_STEPS} steps`)
    // The clock is asked every 1,024 steps.
    if (before >> 10 !== this.steps >> 10) this.checkClock()
  }

  /** liquidjs asks in places that count themselves here. */
  check(): void {}

  private checkClock(): void {
    const now = performance.now()
    this.startedAt ||= now
    if (now - this.startedAt > MOST_MS) throw new RenderError("time", `over ${MOST_MS} ms`)
  }
}
