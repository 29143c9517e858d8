import type { ShopLine, ShopOrder } from "../shop/shop"
import type { NoticeSettings as Settings } from "./nodes/notify-third-party"
import { noticesFor } from "./notice"

const aLine = (title: string, overrides: Partial<ShopLine> = {}): ShopLine => ({
  id: title,
  productId: title,
  variantId: null,
  productHandle: null,
  title,
  variantTitle: null,
  sku: null,
  quantity: 1,
  total: "10",
  unitPrice: "10",
  thumbnail: null,
  url: null,
  net: "8.4",
  returnedQuantity: 0,
  categoryIds: [],
  collectionId: null,
  tagIds: [],
  productMetadata: {},
  categoryMetadata: [],
  ...overrides,
})

const order = (...lines: ShopLine[]) =>
  ({
    context: {
      displayId: "7",
      placedAt: "2026-11-21T12:00:00Z",
      currency: "EUR",
      customerName: "Ada",
      shippingAddress: null,
    },
    email: "ada@example.com",
    phone: "+43 1",
    salesChannelId: null,
    lines,
  }) as unknown as ShopOrder

const settings = (overrides: Partial<Settings> = {}): Settings => ({
  match: null,
  recipients: [{ field: "to", by: "product_metadata", value: "supplier_email" }],
  heading: "Please send",
  text: "",
  locale: null,
  withShopper: false,
  withPrices: false,
  collectMinutes: 0,
  groupBy: "recipient",
  attach: "none",
  acknowledge: null,
  ...overrides,
})

const noticesOf = (given: Settings, ...lines: ShopLine[]) => noticesFor(given, order(...lines), { isCorrection: false })

describe("noticesFor", () => {
  it("makes one mail per supplier, each with the own lines", () => {
    const by = (supplier_email: unknown) => ({ productMetadata: { supplier_email } })
    const notices = noticesOf(
      settings(),
      aLine("a", by("x@s.example")),
      aLine("b", by("y@s.example")),
      aLine("c", by("x@s.example")),
    )
    expect(notices.map(({ to, context }) => [to, context.lines.map(({ title }) => title)])).toEqual([
      [["x@s.example"], ["a", "c"]],
      [["y@s.example"], ["b"]],
    ])
  })

  it.each([
    ["several with commas", "b@s.example, a@s.example", ["a@s.example", "b@s.example"]],
    ["a list", ["a@s.example", "b@s.example"], ["a@s.example", "b@s.example"]],
    ["no address", "call us", []],
    ["a number", 7, []],
  ])("reads metadata that holds %s", (_, value, to) => {
    expect(
      noticesOf(settings(), aLine("a", { productMetadata: { supplier_email: value } })).flatMap((one) => one.to),
    ).toEqual(to)
  })

  it("takes the nearest category that has an address", () => {
    const categoryMetadata = [{}, { supplier_email: "leaf@s.example" }, { supplier_email: "top@s.example" }]
    const given = settings({ recipients: [{ field: "to", by: "category_metadata", value: "supplier_email" }] })
    expect(noticesOf(given, aLine("a", { categoryMetadata }))[0]!.to).toEqual(["leaf@s.example"])
  })

  it("mails nobody when no line matches", () => {
    expect(noticesOf(settings({ match: { kind: "product", ids: ["z"] } }), aLine("a"))).toEqual([])
  })

  it("gives neither shopper nor prices unless ticked", () => {
    const given = settings({ recipients: [{ field: "to", by: "address", value: "x@s.example" }] })
    expect(JSON.stringify(noticesOf(given, aLine("a")))).not.toMatch(/ada|Ada|\+43|"10"/)
    const [ticked] = noticesOf({ ...given, withShopper: true, withPrices: true }, aLine("a"))
    expect(ticked!.context).toMatchObject({ shopper: { name: "Ada", phone: "+43 1" }, lines: [{ total: "10" }] })
  })

  it.each([
    [null, "Cancelled: Please send"],
    ["de-AT", "Storniert: Please send"],
    ["nl", "Cancelled: Please send"],
  ])("takes an earlier notice back in its language (%s)", (locale, heading) => {
    const given = settings({ locale, recipients: [{ field: "to", by: "address", value: "x@s.example" }] })
    expect(noticesFor(given, order(aLine("a")), { isCorrection: true })[0]!.context.notice.heading).toBe(heading)
  })
})
