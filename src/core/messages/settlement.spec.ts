import { classifyReply } from "./classify-reply"
import { decideSettlement, type TryOutcome } from "./settlement"

const after = (outcome: TryOutcome, overrides: Partial<Parameters<typeof decideSettlement>[0]> = {}) =>
  decideSettlement({ outcome, class: "tx", attempts: 0, doubts: 0, random: 1, ...overrides })
const refusal = (command: string, reply: string): TryOutcome => ({
  kind: "refused",
  isConnected: true,
  verdict: classifyReply({ command, reply, code: Number(reply.slice(0, 3)) }),
})
const broken = (isConnected: boolean): TryOutcome => ({
  kind: "refused",
  isConnected,
  verdict: classifyReply({ errorCode: "ECONNECTION", command: "CONN" }),
})

describe("decideSettlement", () => {
  it("is sent when the server took it", () => {
    expect(after({ kind: "accepted" })).toEqual({ kind: "final", status: "sent", reason: null })
  })
  it("has failed when it was refused for good", () => {
    expect(after(refusal("RCPT TO", "550 5.1.1 unknown"))).toEqual({
      kind: "final",
      status: "failed",
      reason: "refused_recipient",
    })
  })
  it("comes back later when it was refused for now, until it was tried too often", () => {
    const greylisted = refusal("RCPT TO", "450 4.2.0 later")
    expect(after(greylisted)).toEqual({ kind: "retry", delayMs: 30_000, countsAttempt: true })
    expect(after(greylisted, { class: "marketing" })).toMatchObject({ delayMs: 300_000 })
    expect(after(greylisted, { attempts: 299 })).toMatchObject({ status: "failed", reason: "too_many_attempts" })
  })
  it("loses no attempt by what is the transport's fault", () => {
    const free = { kind: "retry", delayMs: 0, countsAttempt: false }
    expect(after(broken(false))).toEqual(free)
    expect(after(refusal("AUTH PLAIN", "535 no"))).toEqual(free)
    expect(after(refusal("MAIL FROM", "553 5.1.8 sender"))).toEqual(free)
  })
  it("loses one when the server breaks off in the middle of it", () => {
    expect(after(broken(true))).toMatchObject({ kind: "retry", countsAttempt: true })
  })
  it("never sends marketing again when no answer came", () => {
    expect(after({ kind: "unanswered" }, { class: "marketing" })).toEqual({
      kind: "final",
      status: "in_doubt",
      reason: "no_answer_after_hand_over",
    })
  })
  it("sends a receipt once more when no answer came, and only once", () => {
    expect(after({ kind: "unanswered" })).toEqual({ kind: "doubt", resendInMs: 900_000 })
    expect(after({ kind: "unanswered" }, { doubts: 1 })).toMatchObject({ kind: "final", status: "in_doubt" })
  })
})
