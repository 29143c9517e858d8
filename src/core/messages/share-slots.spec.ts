import { shareSlots } from "./share-slots"

const receipts = { id: 1, transport: "tx" as const, weight: 100 }
const system = { id: 2, transport: "tx" as const, weight: 60 }
const automations = { id: 4, transport: "marketing" as const, weight: 30 }
const mailing = { id: 9, transport: "marketing" as const, weight: 10 }
const lanes = [mailing, automations, system, receipts]

describe("shareSlots", () => {
  it("offers receipts every free place, before all others", () => {
    expect(shareSlots({ capacity: 100, busy: 0, busyWithBulk: 0, lanes }).slice(0, 2)).toEqual([
      { laneId: 1, limit: 100 },
      { laneId: 2, limit: 100 },
    ])
  })
  it("shares four fifths among the bulk lanes by weight", () => {
    expect(shareSlots({ capacity: 100, busy: 0, busyWithBulk: 0, lanes }).slice(2)).toEqual([
      { laneId: 4, limit: 60 },
      { laneId: 9, limit: 20 },
    ])
  })
  it("keeps a fifth for receipts, however much bulk waits", () => {
    expect(shareSlots({ capacity: 100, busy: 80, busyWithBulk: 80, lanes })).toEqual([
      { laneId: 1, limit: 20 },
      { laneId: 2, limit: 20 },
    ])
  })
  it("lets every bulk lane move, however light it is", () => {
    const light = { id: 10, transport: "marketing" as const, weight: 1 }
    const shares = shareSlots({ capacity: 20, busy: 0, busyWithBulk: 0, lanes: [automations, light] })
    expect(shares.find(({ laneId }) => laneId === 10)).toEqual({ laneId: 10, limit: 1 })
  })
  it("gives the share of an empty lane to those that have mails, and still asks it for one", () => {
    const shares = shareSlots({
      capacity: 100,
      busy: 0,
      busyWithBulk: 0,
      lanes: [{ ...automations, isEmpty: true }, mailing],
    })
    expect(shares).toEqual([
      { laneId: 4, limit: 1 },
      { laneId: 9, limit: 80 },
    ])
  })
  it("shares by weight again when all bulk lanes were empty", () => {
    const empty = [automations, mailing].map((lane) => ({ ...lane, isEmpty: true }))
    expect(shareSlots({ capacity: 100, busy: 0, busyWithBulk: 0, lanes: empty })).toEqual([
      { laneId: 4, limit: 60 },
      { laneId: 9, limit: 20 },
    ])
  })
  it("claims nothing when the wire is full", () => {
    expect(shareSlots({ capacity: 10, busy: 10, busyWithBulk: 3, lanes })).toEqual([])
  })
})
