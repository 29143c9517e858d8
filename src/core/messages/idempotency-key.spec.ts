import fc from "fast-check"
import { idempotencyKey } from "./idempotency-key"

const placedAt = new Date("2026-11-21T10:00:00Z")

describe("idempotencyKey", () => {
  it("is 16 bytes, the first six of them the time of the origin", () => {
    const key = idempotencyKey("ext:noti_1", placedAt)
    expect(key).toHaveLength(16)
    expect(key.readUIntBE(0, 6)).toBe(placedAt.getTime())
  })

  it("is the same for the same reason and differs for any other", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(idempotencyKey(a, placedAt).equals(idempotencyKey(b, placedAt))).toBe(a === b)
      }),
    )
  })
})
