import { afterOutcome, mustPause } from "./policy-alarm"

const outcomes = (refused: number, fine: number) =>
  [...Array<boolean>(refused).fill(true), ...Array<boolean>(fine).fill(false)].reduce(afterOutcome, [] as boolean[])

describe("the alarm of a mailing", () => {
  it("pauses when a fifth of the last hundred was refused by policy", () => {
    expect(mustPause(outcomes(20, 80))).toBe(true)
    expect(mustPause(outcomes(19, 80))).toBe(false)
  })
  it("forgets what lies further back", () => {
    expect(mustPause(outcomes(20, 100))).toBe(false)
  })
})
