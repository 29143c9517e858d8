import { afterOutcome, mustPause, NO_OUTCOMES } from "./policy-alarm"

const outcomes = (refused: number, fine: number) =>
  [...Array<boolean>(refused).fill(true), ...Array<boolean>(fine).fill(false)].reduce(afterOutcome, NO_OUTCOMES)

describe("the alarm of a mailing", () => {
  it("pauses when a fifth of the last hundred was refused by policy", () => {
    expect(mustPause(outcomes(20, 80))).toBe(true)
    expect(mustPause(outcomes(19, 80))).toBe(false)
  })
  it("counts them in the order in which they came", () => {
    const last = [...Array<boolean>(80).fill(false), ...Array<boolean>(20).fill(true)]
    expect(mustPause(last.reduce(afterOutcome, NO_OUTCOMES))).toBe(true)
  })
  it("forgets what lies further back", () => {
    expect(mustPause(outcomes(20, 100))).toBe(false)
  })
})
