import { trackingLevel } from "./tracking-level"

const level = (
  policy: Parameters<typeof trackingLevel>[0]["policy"],
  consent: "unknown" | "granted" | "denied" | null,
) => trackingLevel({ policy, consent, isTracked: true })

describe("trackingLevel", () => {
  it.each([
    ["consent_only", "granted", "personal"],
    ["consent_only", "unknown", "aggregate"],
    ["consent_only", null, "aggregate"],
    ["consent_only", "denied", "aggregate"],
    ["aggregate_only", "granted", "aggregate"],
    ["all", "unknown", "personal"],
    ["all", "denied", "aggregate"],
    ["off", "granted", "none"],
  ] as const)("policy %s, consent %s: %s", (policy, consent, expected) => {
    expect(level(policy, consent)).toBe(expected)
  })
  it("is none when the mail is not to be tracked at all", () => {
    expect(trackingLevel({ policy: "all", consent: "granted", isTracked: false })).toBe("none")
  })
})
