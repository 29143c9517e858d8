import fc from "fast-check"
import { judgeCart, type OpenCart } from "./abandoned-cart"

const now = new Date("2026-11-21T12:00:00Z")
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000)

const aCart = (overrides: Partial<OpenCart> = {}): OpenCart => ({
  id: "cart_1",
  hasAddress: true,
  itemCount: 2,
  lastActivityAt: minutesAgo(90),
  completedAt: null,
  ...overrides,
})
const judge = (cart: OpenCart, overrides: { lastOrderAt?: Date | null; idleMinutes?: number } = {}) =>
  judgeCart({ cart, lastOrderAt: null, idleMinutes: 60, now, ...overrides })

describe("a cart is abandoned", () => {
  it("when it lay idle for the time set, with items and an address", () => {
    expect(judge(aCart())).toEqual({ kind: "abandoned", at: minutesAgo(30) })
  })

  it("exactly when the time is over, not a millisecond before", () => {
    const cart = aCart({ lastActivityAt: minutesAgo(60) })
    expect(judge(cart).kind).toBe("abandoned")
    expect(judgeCart({ cart, lastOrderAt: null, idleMinutes: 60, now: new Date(now.getTime() - 1) })).toEqual({
      kind: "wait",
      until: now,
    })
  })

  it.each([
    ["bought", { completedAt: now }],
    ["emptied", { itemCount: 0 }],
    ["no_address", { hasAddress: false }],
    ["too_old", { lastActivityAt: minutesAgo(3 * 24 * 60) }],
  ] as const)("never when %s", (reason, overrides) => {
    expect(judge(aCart(overrides))).toEqual({ kind: "never", reason })
  })

  it("never when its person has ordered since, but an earlier order does not count", () => {
    expect(judge(aCart(), { lastOrderAt: minutesAgo(89) })).toEqual({ kind: "never", reason: "bought_elsewhere" })
    expect(judge(aCart(), { lastOrderAt: minutesAgo(91) }).kind).toBe("abandoned")
  })

  it("never without items, an address, or once it is completed, whatever else", () => {
    fc.assert(
      fc.property(
        fc.record({
          hasAddress: fc.boolean(),
          itemCount: fc.nat(3),
          isCompleted: fc.boolean(),
          idle: fc.integer({ min: 0, max: 10_000 }),
        }),
        fc.integer({ min: 5, max: 5000 }),
        ({ hasAddress, itemCount, isCompleted, idle }, idleMinutes) => {
          const cart = aCart({
            hasAddress,
            itemCount,
            completedAt: isCompleted ? now : null,
            lastActivityAt: minutesAgo(idle),
          })
          if (judge(cart, { idleMinutes }).kind !== "abandoned") return
          expect(hasAddress && itemCount > 0 && !isCompleted && idle >= idleMinutes).toBe(true)
        },
      ),
    )
  })
})
