import { starOf, type StarFacts } from "./star"

const tracked: StarFacts = {
  status: "sent",
  isTracked: true,
  isCopyKept: true,
  pixel: "personal",
  firstOpenHumanAt: null,
  lastOpenHumanAt: null,
  firstOpenMachineAt: null,
}
const look = (change: Partial<StarFacts>) => {
  const { colour, key } = starOf({ ...tracked, ...change })
  return [colour, key]
}
const at = (hour: number) => `2026-11-21T${hour}:00:00.000Z`

describe("the star of a mail (F36)", () => {
  it("is red when no personal pixel went out, and says why", () => {
    expect(look({ pixel: "none", isTracked: false })).toEqual(["red", "track_off"])
    expect(look({ pixel: "none", isCopyKept: false })).toEqual(["red", "no_copy"])
    expect(look({ pixel: "none" })).toEqual(["red", "no_tracking_consent"])
    expect(look({ pixel: "aggregate" })).toEqual(["red", "anonymous"])
  })
  it("is grey when the pixel went out and no person was seen", () => {
    expect(look({})).toEqual(["grey", "no_open_seen"])
  })
  it("is grey for a machine, and names it", () => {
    const star = starOf({ ...tracked, firstOpenMachineAt: at(10) })
    expect(star).toMatchObject({ colour: "grey", key: "machine_open", first_at: at(10) })
    expect(star.text).toContain("machine")
  })
  it("is green when a person opened it, with the first and the last time", () => {
    const star = starOf({ ...tracked, firstOpenMachineAt: at(10), firstOpenHumanAt: at(11), lastOpenHumanAt: at(12) })
    expect(star).toMatchObject({ colour: "green", key: "opened", first_at: at(11), last_at: at(12) })
  })
  it("is red although the anonymous pixel was loaded", () => {
    expect(look({ pixel: "aggregate", firstOpenMachineAt: at(10) })[0]).toBe("red")
  })
  it("has no colour as long as nothing was sent", () => {
    for (const status of ["queued", "held", "dropped", "failed", "cancelled", "expired"] as const)
      expect(look({ status })).toEqual([null, "not_sent"])
  })
  it("treats a mail in doubt like a sent one", () => {
    expect(look({ status: "in_doubt" })).toEqual(["grey", "no_open_seen"])
  })
})
