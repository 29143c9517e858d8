import type { Log } from "../modules/mailroom/mailroom"
import { FOLLOWERS, TOLD_LOOPS } from "./followers"
import type { Loop } from "./loop"
import { SupervisedLoop } from "./supervised-loop"

/** Rounds without work after which `drain` believes that nothing follows from what was done before. */
const QUIET_ROUNDS = 3
/** No work needs so many rounds: a loop that has more to do after each of them begins anew each time. */
const MOST_ROUNDS = 500

/** Runs loops side by side in this process; one that fails does not touch the others. */
export class Supervisor {
  readonly supervised: SupervisedLoop[]
  private isStarted = false

  /** `isTold`: other processes tell this one of the work that they make (Redis), so that loops may look less often. */
  constructor(loops: Loop[], log: Log, isTold: () => boolean = () => false) {
    this.supervised = loops.map((loop) => {
      const hooks = {
        isTold: () => TOLD_LOOPS.has(loop.name) && isTold(),
        onWork: () => FOLLOWERS[loop.name]?.forEach((follower) => this.wake(follower)),
      }
      return new SupervisedLoop(loop, log, hooks)
    })
  }

  /** There is work for this loop, if it runs here. False: it does not. */
  wake(name: string): boolean {
    const mine = this.supervised.filter(({ loop }) => loop.name === name)
    for (const one of mine) one.wake()
    return mine.length > 0
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
    let busy: string[] = []
    let rounds = 0
    for (let quiet = 0; quiet < QUIET_ROUNDS; rounds++) {
      if (rounds === MOST_ROUNDS) throw new Error(`drain() does not end: ${busy.join(", ")} always has more to do.`)
      busy = await this.round()
      quiet = busy.length > 0 ? 0 : quiet + 1
    }
  }

  /** The names of the loops that had something to do. */
  private async round(): Promise<string[]> {
    const busy = new Set<string>()
    for (const { loop } of this.supervised)
      while ((await loop.turn({ ignoreSchedule: true })) === "more") busy.add(loop.name)
    return [...busy]
  }
}
