import { healthChecks, healthStatus, type CheckKey, type HealthFacts } from "./checks"

const facts = (overrides: Partial<HealthFacts> = {}): HealthFacts => ({
  ready: { receipts: true, marketing: true },
  senders: 2,
  receiptsAge: null,
  bulkAge: null,
  breakers: [{ state: "closed", needsMerchant: false }],
  inDoubt: 0,
  failingLoops: 0,
  reconcilerLag: 20,
  triggersAge: null,
  automationsAge: 3,
  unrecorded: 0,
  redis: null,
  ...overrides,
})
const status = (key: CheckKey, overrides: Partial<HealthFacts>) =>
  healthChecks(facts(overrides)).find((check) => check.key === key)?.status

describe("how Mailroom fares", () => {
  it("is well when nothing waits and somebody sends", () => {
    expect(healthStatus(healthChecks(facts()))).toBe("ok")
  })

  it("fails when no receipt could leave", () => {
    expect(status("ready", { ready: { receipts: false, marketing: false } })).toBe("fail")
    expect(status("senders", { senders: 0 })).toBe("fail")
    expect(healthStatus(healthChecks(facts({ senders: 0 })))).toBe("fail")
  })

  it.each([
    [60, "ok"],
    [61, "warn"],
    [301, "fail"],
  ])("takes receipts that wait %p s for %s", (receiptsAge, expected) => {
    expect(status("receipts_age", { receiptsAge })).toBe(expected)
  })

  it("never calls a newsletter that takes hours a failure", () => {
    expect(status("bulk_age", { bulkAge: 86_400 })).toBe("warn")
  })

  it("tells a server that will be back from one that needs the merchant", () => {
    expect(status("breaker", { breakers: [{ state: "open", needsMerchant: false }] })).toBe("warn")
    expect(status("breaker", { breakers: [{ state: "probing", needsMerchant: true }] })).toBe("fail")
  })

  it("never fails for Redis, which only makes things quicker", () => {
    expect(status("redis", {})).toBeUndefined()
    expect(status("redis", { redis: { isUp: false, mayEvict: false } })).toBe("warn")
    expect(status("redis_eviction", { redis: { isUp: true, mayEvict: true } })).toBe("warn")
  })
})
