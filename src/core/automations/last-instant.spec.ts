import { lastInstantVerdict, thingsOf, type AboutToLeave, type ShopState } from "./last-instant"

const about = (overrides: Partial<AboutToLeave> = {}): AboutToLeave => ({
  id: "m",
  kind: "store_email",
  node: "send",
  subjectKind: "order",
  subjectId: "order_1",
  onlyIf: [],
  product: null,
  ...overrides,
})
const shop = (overrides: Partial<ShopState> = {}): ShopState => ({
  carts: new Map(),
  orders: new Map(),
  products: new Map(),
  ordered: new Set(),
  ...overrides,
})
const order = { isCancelled: false, isRefunded: false, hasOpenReturn: false }

describe("in the last instant", () => {
  it("asks about carts and about notices to third parties, and about nothing else", () => {
    expect(thingsOf(about())).toEqual([])
    expect(thingsOf(about({ subjectKind: "cart", subjectId: "cart_1" }))).toEqual(["cart"])
    expect(thingsOf(about({ kind: "custom_action", node: "notify" }))).toEqual(["order"])
    expect(thingsOf(about({ kind: "custom_action", node: "correction" }))).toEqual([])
    expect(thingsOf(about({ subjectId: null, onlyIf: ["order_not_cancelled"] }))).toEqual([])
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
    const orders = new Map([["order_1", { ...order, isCancelled: true }]])
    expect(lastInstantVerdict(notice, shop({ orders }))).toBe("order_cancelled")
    expect(lastInstantVerdict(notice, shop())).toBeNull()
  })

  it.each([
    ["order_not_cancelled", { isCancelled: true }, "order_cancelled"],
    ["order_not_refunded", { isRefunded: true }, "order_refunded"],
    ["no_open_return", { hasOpenReturn: true }, "return_open"],
  ])("drops a mail whose step says %s when the order is %j", (condition, state, reason) => {
    const mail = about({ kind: "automation", onlyIf: [condition] })
    const asItIs = (known: object) => shop({ orders: new Map([["order_1", { ...order, ...known }]]) })
    expect(lastInstantVerdict(mail, asItIs(state))).toBe(reason)
    expect(lastInstantVerdict(mail, asItIs({}))).toBeNull()
    expect(lastInstantVerdict(about({ kind: "automation" }), asItIs(state))).toBeNull()
  })

  it("drops a mail whose reader has ordered while it waited, where its step says so", () => {
    const reader = { contactId: "c", since: 0 }
    const mail = about({ kind: "automation", onlyIf: ["not_ordered_since"], reader })
    expect(thingsOf(mail)).toEqual(["reader"])
    expect(lastInstantVerdict(mail, shop({ ordered: new Set(["m"]) }))).toBe("ordered_meanwhile")
    expect(lastInstantVerdict(mail, shop({ ordered: new Set(["another mail"]) }))).toBeNull()
    expect(lastInstantVerdict(about({ reader }), shop({ ordered: new Set(["m"]) }))).toBeNull()
    expect(thingsOf(about({ onlyIf: ["not_ordered_since"] }))).toEqual([])
  })

  const boots = { id: "prod_1", price: "39.90", currency: "EUR" }
  const boot = (state: object) => shop({ products: new Map([["prod_1", { isInStock: true, prices: [], ...state }]]) })

  it.each([
    [{ isInStock: false }, "out_of_stock"],
    [{ isInStock: null }, null],
    [{ isInStock: true }, null],
  ])("judges a product that must be in stock and is %j", (state, reason) => {
    const mail = about({ kind: "automation", subjectKind: null, onlyIf: ["product_in_stock"], product: boots })
    expect(lastInstantVerdict(mail, boot(state))).toBe(reason)
    expect(lastInstantVerdict(mail, shop())).toBe("out_of_stock")
  })

  it.each([
    [[{ currency: "EUR", price: "39.9" }], null],
    [[{ currency: "EUR", price: "49.90" }], "price_changed"],
    [[{ currency: "USD", price: "49.90" }], null],
    [
      [
        { currency: "EUR", price: "49.90" },
        { currency: "EUR", price: "39.90" },
      ],
      null,
    ],
    [[], null],
  ])("holds the price that the mail names against %j", (prices, reason) => {
    const mail = about({ kind: "automation", subjectKind: null, onlyIf: ["price_unchanged"], product: boots })
    expect(lastInstantVerdict(mail, boot({ prices }))).toBe(reason)
  })
})
