import type { Automation, Catalogue } from "../../parts/api/flows"
import { ReplayCard } from "./replay-card"
import { TestRunCard } from "./test-run-card"
import { WhyCard } from "./why-card"

type Props = { automation: Automation; catalogue: Catalogue; before: () => Promise<boolean> }

/** Before switching on: what would have been (F51), one person through the whole way, and why (F49). */
export function TryOutTab({ automation, catalogue, before }: Props) {
  return (
    <div className="flex flex-col gap-y-3">
      <ReplayCard automation={automation} catalogue={catalogue} before={before} />
      <TestRunCard automation={automation} catalogue={catalogue} before={before} />
      <WhyCard automation={automation} />
    </div>
  )
}
