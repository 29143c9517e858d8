import type { Log } from "../modules/mailroom/mailroom"
import type { Loop } from "./loop"
import { SupervisedLoop } from "./supervised-loop"

/** Rounds without work after which `drain` believes that nothing follows from what was done before. */
const QUIET_ROUNDS = 3

/** Runs loops side by side in this process; one that fails does not touch the others. */
export class Supervisor {
  readonly supervised: SupervisedLoop[]
  private isStarted = false

  constructor(loops: Loop[], log: Log) {
    this.supervised = loops.map((loop) => new SupervisedLoop(loop, log))
  }

  start(): void {
    this.isStarted = true
    for (const one of this.supervised) one.start()
  }

  async stop(): Promise<void> {
    await Promise.all(this.supervised.map((one) => one.stop()))
  }

  /**
   * Runs all turns, one loop after another, until nothing is left to do; errors are the caller's. What is due later
   * stays. Only for a supervisor that was not started (`runtime: "manual"`).
   */
  async drain(): Promise<void> {
    if (this.isStarted) throw new Error('drain() is for runtime: "manual"; here the loops run by themselves.')
    for (let quiet = 0; quiet < QUIET_ROUNDS;) quiet = (await this.round()) ? 0 : quiet + 1
  }

  private async round(): Promise<boolean> {
    let didWork = false
    for (const { loop } of this.supervised)
      while ((await loop.turn({ ignoreSchedule: true })) === "more") didWork = true
    return didWork
  }
}
