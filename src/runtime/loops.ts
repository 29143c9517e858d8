import type { Loop, LoopFactory } from "./loop"
import type { Mailroom } from "../modules/mailroom/mailroom"

/** Everything that runs by itself; a loop that needs the shop is added by the module's composition root. */
export const loopFactories: LoopFactory[] = []

export function allLoops(mailroom: Mailroom): Loop[] {
  return loopFactories.map((make) => make(mailroom))
}
