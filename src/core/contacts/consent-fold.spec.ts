import fc from "fast-check"
import { foldConsent, type ConsentEntry } from "./consent-fold"

const day = (n: number) => new Date(Date.UTC(2026, 0, n))

function said(
  entries: [day: number, purpose: ConsentEntry["purpose"], action: ConsentEntry["action"], topic?: string][],
) {
  return entries.map(([at, purpose, action, topicId], n): ConsentEntry => {
    return { seq: n + 1, at: day(at), purpose, action, topicId: topicId ?? null, basis: null, expiresAt: null }
  })
}

const anyEntry = fc.record({
  seq: fc.integer({ min: 1, max: 30 }),
  at: fc.integer({ min: 1, max: 12 }).map(day),
  purpose: fc.constantFrom<ConsentEntry["purpose"]>("marketing", "topic", "tracking", "pause", "sms"),
  topicId: fc.constantFrom("news", "offers"),
  action: fc.constantFrom<ConsentEntry["action"]>("request", "confirm", "grant", "withdraw", "expire"),
  basis: fc.constantFrom(null, "express_doi"),
  expiresAt: fc.option(fc.integer({ min: 1, max: 12 }).map(day)),
})
const anyLog = fc.uniqueArray(anyEntry, { selector: ({ seq }) => seq, maxLength: 20 })

describe("foldConsent", () => {
  it("gives the same state in any order and with any repetition", () => {
    fc.assert(
      fc.property(anyLog, fc.infiniteStream(fc.nat()), (log, random) => {
        const mixed = [...log, ...log.filter(() => random.next().value! % 2)]
          .map((entry) => ({ entry, at: random.next().value! }))
          .sort((a, b) => a.at - b.at)
          .map(({ entry }) => entry)
        expect(foldConsent(mixed)).toEqual(foldConsent(log))
      }),
    )
  })

  it("never calls anybody subscribed whose last word was no", () => {
    fc.assert(
      fc.property(anyLog, (log) => {
        const last = {
          ...log[0],
          seq: 99,
          at: day(13),
          purpose: "marketing",
          action: "withdraw",
          topicId: null,
        } as ConsentEntry
        const state = foldConsent([...log, last])
        expect(state.marketing.state).toBe("unsubscribed")
        expect(Object.values(state.topics).map((topic) => topic.state)).not.toContain("subscribed")
        expect(state.channels.sms?.state).not.toBe("granted")
        const asked = { ...last, seq: 100, at: day(14), action: "request" } as ConsentEntry
        const lapsed = { ...last, seq: 101, at: day(15), action: "expire" } as ConsentEntry
        expect(foldConsent([...log, last, asked, lapsed]).marketing.state).toBe("unsubscribed")
      }),
    )
  })

  it("starts with nobody asked", () => {
    expect(foldConsent([])).toEqual({
      marketing: { state: "never_asked", since: null, basis: null, expiresAt: null },
      tracking: { state: "unknown", since: null },
      topics: {},
      pausedUntil: null,
      channels: {},
    })
  })

  it("waits for the confirmation", () => {
    const log = said([
      [1, "marketing", "request"],
      [1, "topic", "request", "news"],
      [2, "marketing", "confirm"],
      [2, "topic", "confirm", "news"],
    ])
    expect(foldConsent(log, day(1))).toMatchObject({
      marketing: { state: "pending" },
      topics: { news: { state: "pending" } },
    })
    expect(foldConsent(log)).toMatchObject({
      marketing: { state: "subscribed", since: day(2) },
      topics: { news: { state: "subscribed", since: day(2) } },
    })
  })

  it("leaves all topics with everything, and brings back only what was asked for again", () => {
    const log = said([
      [1, "marketing", "grant"],
      [1, "topic", "grant", "news"],
      [1, "topic", "grant", "offers"],
      [2, "marketing", "withdraw"],
      [3, "marketing", "grant"],
      [3, "topic", "grant", "offers"],
    ])
    expect(foldConsent(log).topics).toEqual({
      news: { state: "unsubscribed", since: day(2) },
      offers: { state: "subscribed", since: day(3) },
    })
  })

  it("does not let a request hide that somebody is subscribed already", () => {
    expect(
      foldConsent(
        said([
          [1, "marketing", "grant"],
          [2, "marketing", "request"],
        ]),
      ).marketing.state,
    ).toBe("subscribed")
  })

  it("does not let a dated import from before lift a later no", () => {
    const log = said([
      [5, "marketing", "withdraw"],
      [2, "marketing", "grant"],
    ])
    expect(foldConsent(log).marketing.state).toBe("unsubscribed")
  })

  it("keeps tracking apart from marketing", () => {
    const log = said([
      [1, "marketing", "grant"],
      [1, "tracking", "grant"],
      [4, "tracking", "withdraw"],
    ])
    expect(foldConsent(log, day(3)).tracking).toEqual({ state: "granted", since: day(1) })
    expect(foldConsent(log)).toMatchObject({
      tracking: { state: "denied", since: day(4) },
      marketing: { state: "subscribed" },
    })
  })

  it("keeps each channel apart from mail, and leaves it with all marketing", () => {
    const log = said([
      [1, "sms", "grant"],
      [2, "push", "withdraw"],
      [3, "marketing", "withdraw"],
      [4, "marketing", "grant"],
    ])
    expect(foldConsent(log, day(2))).toMatchObject({
      marketing: { state: "never_asked" },
      channels: { sms: { state: "granted", since: day(1) }, push: { state: "denied", since: day(2) } },
    })
    expect(foldConsent(log).channels).toEqual({
      sms: { state: "denied", since: day(3) },
      push: { state: "denied", since: day(2) },
    })
  })

  it("knows how long somebody wants a pause", () => {
    const pause: ConsentEntry = {
      seq: 1,
      at: day(1),
      purpose: "pause",
      action: "grant",
      topicId: null,
      basis: null,
      expiresAt: day(31),
    }
    expect(foldConsent([pause]).pausedUntil).toEqual(day(31))
    expect(
      foldConsent([pause, { ...pause, seq: 2, at: day(2), action: "withdraw", expiresAt: null }]).pausedUntil,
    ).toBeNull()
  })
})
