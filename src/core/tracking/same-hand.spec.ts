import { clicksOfOneHand, recentClicks } from "./same-hand"

const click = (messageId: string, seconds: number, hand = "198.51.100.7 Firefox") => ({
  hand,
  messageId,
  eventId: `${messageId}@${seconds}`,
  at: seconds * 1000,
})

describe("one hand in many mails", () => {
  const five = ["a", "b", "c", "d", "e"].map((id, n) => click(id, n * 10))

  it("is a machine's when it clicks for five recipients within a minute", () => {
    expect(clicksOfOneHand(five)).toEqual(five)
  })
  it("is a person's when it clicks five times for fewer, or for five over a longer time", () => {
    expect(clicksOfOneHand(five.map((one) => ({ ...one, messageId: "a" })))).toEqual([])
    expect(clicksOfOneHand(["a", "b", "c", "d", "e"].map((id, n) => click(id, n * 20)))).toEqual([])
  })
  it("says nothing about other hands", () => {
    const other = click("f", 5, "203.0.113.9 Safari")
    expect(clicksOfOneHand([...five, other])).toEqual(five)
  })
  it("is forgotten after a minute", () => {
    expect(recentClicks(five, 75_000).map(({ messageId }) => messageId)).toEqual(["c", "d", "e"])
  })
})
