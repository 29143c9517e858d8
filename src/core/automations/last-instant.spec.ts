import { lastInstantVerdict, questionOf, type ShopState } from "./last-instant"

const about = (overrides: object = {}) => ({
  kind: "store_email" as const,
  node: "send",
  subjectKind: "order",
  subjectId: "order_1",
  onlyIf: [] as string[],
  ...overrides,
})
const shop = (overrides: Partial<ShopState> = {}): ShopState => ({
  carts: new Map(),
  cancelledOrders: new Set(),
  ...overrides,
})

describe("in the last instant", () => {
  it("asks about carts and about notices to third parties, and about nothing else", () => {
    expect(questionOf(about())).toBeNull()
    expect(questionOf(about({ subjectKind: "cart", subjectId: "cart_1" }))).toBe("cart")
    expect(questionOf(about({ kind: "custom_action", node: "notify" }))).toBe("order")
    expect(questionOf(about({ kind: "custom_action", node: "correction" }))).toBeNull()
    expect(questionOf(about({ subjectId: null }))).toBeNull()
  })

  it.each([
    [{ isBought: true, itemCount: 2 }, "cart_bought"],
    [{ isBought: false, itemCount: 0 }, "cart_emptied"],
    [{ isBought: false, itemCount: 2 }, null],
  ])("judges a cart that is %j", (cart, reason) => {
    const message = about({ subjectKind: "cart", subjectId: "cart_1" })
    expect(lastInstantVerdict(message, shop({ carts: new Map([["cart_1", cart]]) }))).toBe(reason)
  })

  it("drops a reminder of a cart that is gone, and a notice about a cancelled order", () => {
    expect(lastInstantVerdict(about({ subjectKind: "cart", subjectId: "cart_1" }), shop())).toBe("cart_emptied")
    const notice = about({ kind: "custom_action", node: "notify" })
    expect(lastInstantVerdict(notice, shop({ cancelledOrders: new Set(["order_1"]) }))).toBe("order_cancelled")
    expect(lastInstantVerdict(notice, shop())).toBeNull()
  })

  it("drops a mail of an automation whose step asks for an order that stands", () => {
    const mail = about({ kind: "automation", onlyIf: ["order_not_cancelled"] })
    expect(lastInstantVerdict(mail, shop({ cancelledOrders: new Set(["order_1"]) }))).toBe("order_cancelled")
    expect(lastInstantVerdict(mail, shop())).toBeNull()
  })
})
