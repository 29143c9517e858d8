import fc from "fast-check"
import { EMPTY_BUCKET, takeTokens } from "./token-bucket"

describe("takeTokens", () => {
  it("gives one second's worth at first, then what time brings", () => {
    const first = takeTokens(EMPTY_BUCKET, 10, 100, 0)
    expect(first.taken).toBe(10)
    expect(takeTokens(first.bucket, 10, 100, 50).taken).toBe(0)
    expect(takeTokens(first.bucket, 10, 100, 500).taken).toBe(5)
  })
  it("gives one message at a time to a share of less than one a second", () => {
    const first = takeTokens(EMPTY_BUCKET, 0.5, 5, 0)
    expect(first.taken).toBe(1)
    expect(takeTokens(first.bucket, 0.5, 5, 1_000).taken).toBe(0)
    expect(takeTokens(first.bucket, 0.5, 5, 2_000).taken).toBe(1)
  })
  it("never exceeds the pace over any time, however often it is asked", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 60 }), (gaps) => {
        let bucket = EMPTY_BUCKET
        let now = 0
        let total = 0
        for (const gap of gaps) {
          now += gap
          const answer = takeTokens(bucket, 20, 100, now)
          bucket = answer.bucket
          total += answer.taken
        }
        expect(total).toBeLessThanOrEqual(20 + (now * 20) / 1000)
      }),
    )
  })
})
