import { funnelOf } from "./funnel"

const figures = { planned: 200, sent: 180, delivered: null, open: 50, click: 20 }

describe("the funnel of a report", () => {
  it("says at each stage how many are left, of those it was planned for", () => {
    expect(funnelOf(figures, "click", 5)).toEqual([
      { stage: "planned", count: 200, share: 1 },
      { stage: "sent", count: 180, share: 0.9 },
      { stage: "delivered", count: null, share: null },
      { stage: "open", count: 50, share: 0.25 },
      { stage: "click", count: 20, share: 0.1 },
      { stage: "orders", count: 5, share: 0.025 },
    ])
  })

  it("has no orders where none are counted, and no shares of nothing", () => {
    expect(funnelOf(figures, "none", 0).map(({ stage }) => stage)).not.toContain("orders")
    const none = funnelOf({ planned: 0, sent: 0, delivered: 0, open: null, click: null }, "click", 0)
    expect(none.every(({ share }) => share === null)).toBe(true)
  })

  it("never grows beyond all, though one person may order twice", () => {
    expect(funnelOf({ ...figures, planned: 1 }, "range", 3).at(-1)).toMatchObject({ count: 3, share: 1 })
  })
})
