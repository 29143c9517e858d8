import { abandonedCarts } from "./abandoned-carts"
import { automationClock } from "./automation-clock"
import { automationReports } from "./automation-reports"
import { basisRecorder } from "./basis-recorder"
import { bulkActions } from "./bulk-actions"
import { contactQuality } from "./contact-quality"
import { consentCheck } from "./consent-check"
import { consentClock } from "./consent-clock"
import { deadDomains } from "./dead-domains"
import { dispatcher } from "./dispatcher"
import { effectLoop } from "./effects/effect-loop"
import { erasures } from "./erasures"
import { priceWatch, stockWatch } from "./goods-watch"
import { importer } from "./imports"
import { fadingSweep } from "./fading"
import type { Loop, LoopFactory } from "./loop"
import { mailingPlanner } from "./mailing-planner"
import { notices } from "./notices"
import { orderCredits } from "./order-credits"
import { preflight } from "./preflight"
import { promotionCodes } from "./promotion-codes"
import { readModelSweep } from "./read-model"
import { reconciler } from "./reconciler"
import { replays } from "./replays"
import { retention } from "./retention"
import { segmentCounts } from "./segments"
import { shopWords } from "./shop-words"
import { sweeper } from "./sweeper"
import { trackingFlush } from "./tracking-flush"
import { triggerClocks } from "./trigger-clocks/run-clocks"
import { triggerLoop } from "./triggers"
import type { Mailroom } from "../modules/mailroom/mailroom"
import { templateSync } from "./sync-templates"

/** Everything that runs by itself; a loop that needs the shop is added by the module's composition root. */
export const loopFactories: LoopFactory[] = [
  templateSync,
  readModelSweep,
  orderCredits,
  reconciler,
  abandonedCarts,
  triggerLoop,
  triggerClocks,
  stockWatch,
  priceWatch,
  automationClock,
  effectLoop,
  promotionCodes,
  notices,
  automationReports,
  mailingPlanner,
  preflight,
  replays,
  bulkActions,
  contactQuality,
  importer,
  erasures,
  (mailroom) => dispatcher(mailroom),
  (mailroom) => sweeper(mailroom),
  retention,
  consentClock,
  shopWords,
  basisRecorder,
  deadDomains,
  fadingSweep,
  consentCheck,
  segmentCounts,
  trackingFlush,
]

export function allLoops(mailroom: Mailroom): Loop[] {
  return loopFactories.map((make) => make(mailroom))
}
