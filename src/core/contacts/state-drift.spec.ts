import { foldConsent, type ConsentEntry } from "./consent-fold"
import { stateDrift, type KeptState } from "./state-drift"

const at = new Date("2026-03-01T00:00:00Z")
const entry = (seq: number, purpose: ConsentEntry["purpose"], topicId: string | null = null): ConsentEntry => ({
  seq,
  at,
  purpose,
  topicId,
  action: "grant",
  basis: "express_doi",
  expiresAt: null,
})
const folded = foldConsent([entry(1, "marketing"), entry(2, "topic", "news")])
const kept: KeptState = {
  marketing: "subscribed",
  basis: "express_doi",
  since: at,
  expiresAt: null,
  tracking: "unknown",
  topics: [{ topicId: "news", state: "subscribed" }],
}

describe("the state beside the log", () => {
  it("is in order when it is what the log folds to", () => expect(stateDrift(kept, folded)).toEqual([]))

  it("is named where it is not", () => {
    expect(stateDrift({ ...kept, marketing: "unsubscribed" }, folded)).toEqual(["marketing"])
    expect(stateDrift({ ...kept, since: new Date(0) }, folded)).toEqual(["marketing"])
    expect(stateDrift({ ...kept, tracking: "granted" }, folded)).toEqual(["tracking"])
    expect(stateDrift({ ...kept, topics: [{ topicId: "offers", state: "subscribed" }] }, folded)).toEqual([
      "topic news",
      "topic offers",
    ])
  })
})
