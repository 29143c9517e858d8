import { abandonedCarts } from "./abandoned-carts"
import { automationClock } from "./automation-clock"
import { dispatcher } from "./dispatcher"
import type { Loop, LoopFactory } from "./loop"
import { mailingPlanner } from "./mailing-planner"
import { readModelSweep } from "./read-model"
import { reconciler } from "./reconciler"
import { retention } from "./retention"
import { sweeper } from "./sweeper"
import { trackingFlush } from "./tracking-flush"
import { triggerLoop } from "./triggers"
import type { Mailroom } from "../modules/mailroom/mailroom"
import { templateSync } from "./sync-templates"

/** Everything that runs by itself; a loop that needs the shop is added by the module's composition root. */
export const loopFactories: LoopFactory[] = [
  templateSync,
  readModelSweep,
  reconciler,
  abandonedCarts,
  triggerLoop,
  automationClock,
  mailingPlanner,
  (mailroom) => dispatcher(mailroom),
  (mailroom) => sweeper(mailroom),
  retention,
  trackingFlush,
]

export function allLoops(mailroom: Mailroom): Loop[] {
  return loopFactories.map((make) => make(mailroom))
}
