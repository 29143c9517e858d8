import { nextTryAfter, webhookOutcome } from "./webhook-outcome"

const answered = (status: number, retryAfterSeconds: number | null = null) =>
  webhookOutcome({ kind: "answered", status, retryAfterSeconds })

describe("what became of a webhook", () => {
  it("is done with any 2xx", () => {
    for (const status of [200, 202, 204]) expect(answered(status).outcome).toBe("done")
  })

  it("is told again when the receiver may only be away", () => {
    for (const status of [400, 401, 404, 408, 429, 500, 503]) expect(answered(status).outcome).toBe("retry")
    expect(webhookOutcome({ kind: "unreachable", why: "No answer within 10 seconds." })).toEqual({
      outcome: "retry",
      sentence: "No answer within 10 seconds.",
    })
  })

  it("waits as long as the receiver asks, a day at most", () => {
    expect(answered(429, 120).afterSeconds).toBe(120)
    expect(answered(503, 999_999).afterSeconds).toBe(86_400)
  })

  it("is given up for a redirection, for 410 and for an address that we must not go to", () => {
    for (const status of [301, 307, 410]) expect(answered(status).outcome).toBe("failed")
    expect(webhookOutcome({ kind: "refused", why: "inside the network" }).outcome).toBe("failed")
  })

  it("is tried ten times in nearly two days, each time later", () => {
    const waits = Array.from({ length: 10 }, (_, n) => nextTryAfter(n + 1))
    expect(waits.at(-1)).toBeNull()
    const known = waits.slice(0, -1) as number[]
    expect([...known].sort((a, b) => a - b)).toEqual(known)
    expect(known.reduce((a, b) => a + b)).toBeGreaterThan(1.9 * 86_400)
    expect(nextTryAfter(1, 60)).toBe(60)
  })
})
