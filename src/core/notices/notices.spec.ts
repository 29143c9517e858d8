import type { NoticeRecipient } from "../automations/notice-recipients"
import type { ShopLine, ShopOrder } from "../shop/shop"
import { changedLines } from "./changed-lines"
import { followUpSchema } from "./follow-up"
import { groupsOf, type Directory } from "./group-lines"
import { linesCsv } from "./lines-csv"

const line = (productId: string, more: object = {}) =>
  ({
    id: `line_${productId}`,
    productId,
    quantity: 1,
    tagIds: [],
    productMetadata: {},
    categoryMetadata: [],
    ...more,
  }) as unknown as ShopLine
const lamps = {
  id: "msup_1",
  name: "Lamp works",
  emails: ["orders@lamps.example"],
  cc: ["boss@lamps.example"],
  locale: "de",
}
const directory: Directory = {
  suppliers: new Map([
    ["lamp", lamps],
    ["shade", lamps],
  ]),
  owner: ["owner@shop.example"],
  staff: new Map(),
}
const toSupplier: NoticeRecipient = { field: "to", by: "supplier", value: "" }
const grouped = (recipients: NoticeRecipient[], lines: ShopLine[], more: object = {}) =>
  groupsOf({ recipients, groupBy: "recipient", ...more }, lines, directory)

describe("the lines of a notice (F2)", () => {
  it("go to their supplier in one mail, in its language and with its copies", () => {
    const groups = grouped([toSupplier], [line("lamp"), line("shade"), line("sofa")])
    expect(groups).toHaveLength(1)
    expect(groups[0]!.recipients).toEqual({
      to: ["orders@lamps.example"],
      cc: ["boss@lamps.example"],
      bcc: [],
      name: "Lamp works",
      locale: "de",
      supplierId: "msup_1",
    })
    expect(groups[0]!.lines.map(({ productId }) => productId)).toEqual(["lamp", "shade"])
  })

  it("reach the shop's own people, too, and nobody where nobody is in To", () => {
    expect(grouped([{ field: "to", by: "owner", value: "" }], [line("sofa")])[0]!.recipients.to).toEqual([
      "owner@shop.example",
    ])
    expect(grouped([{ field: "bcc", by: "owner", value: "" }], [line("sofa")])).toEqual([])
  })

  it("have a mail per product or per tag where that is wanted, and the same key the next time", () => {
    const lines = [line("lamp", { tagIds: ["b", "a"] }), line("shade", { tagIds: ["a"] })]
    expect(grouped([toSupplier], lines, { groupBy: "product" })).toHaveLength(2)
    expect(grouped([toSupplier], lines, { groupBy: "tag" })).toHaveLength(1)
    expect(grouped([toSupplier], [line("lamp")])[0]!.key).toBe(grouped([toSupplier], [line("shade")])[0]!.key)
  })

  it("stay apart where two shoppers' addresses would stand in one mail", () => {
    const key = (apart: string) => grouped([toSupplier], [line("lamp")], { apart })[0]!.key
    expect(key("order_1")).not.toBe(key("order_2"))
  })
})

describe("the correction of a notice", () => {
  const order = (lines: ShopLine[], cancelledAt: string | null = null) => ({ lines, cancelledAt }) as ShopOrder
  const told = [
    { orderId: "o1", lineId: "line_lamp", told: 2 },
    { orderId: "o1", lineId: "line_shade", told: 1 },
  ]

  it("names what is otherwise now: other numbers, what was taken out, all of a cancelled order", () => {
    const changed = (orders: [string, ShopOrder][]) =>
      changedLines(told, new Map(orders)).map(({ lineId, now }) => [lineId, now])
    expect(changed([["o1", order([line("lamp", { quantity: 2 }), line("shade")])]])).toEqual([])
    expect(changed([["o1", order([line("lamp", { quantity: 3 })])]])).toEqual([
      ["line_lamp", 3],
      ["line_shade", 0],
    ])
    expect(changed([["o1", order([line("lamp", { quantity: 2 }), line("shade")], "2026-11-22")]])).toEqual([
      ["line_lamp", 0],
      ["line_shade", 0],
    ])
  })
})

describe("the file of a notice", () => {
  it("opens in Excel, and holds no formula that somebody wrote into a title", () => {
    const csv = linesCsv(
      ["Order", "SKU", "Title", "Quantity"],
      [
        { order: "1042", sku: "L-1", title: 'Lamp; "old"', quantity: 2 },
        { order: "1043", sku: "=1+1", title: "@x", quantity: 1 },
      ],
    )
    expect(csv).toBe('\uFEFFOrder;SKU;Title;Quantity\r\n1042;L-1;"Lamp; ""old""";2\r\n1043;\'=1+1;\'@x;1\r\n')
  })
})

describe("what a notice does beyond a mail", () => {
  it("is nothing unless it is said, and an escalation needs somebody", () => {
    expect(followUpSchema.parse({})).toEqual({
      collectMinutes: 0,
      groupBy: "recipient",
      attach: "none",
      acknowledge: null,
    })
    expect(followUpSchema.safeParse({ acknowledge: { escalateAfterHours: 4 } }).success).toBe(false)
  })
})
