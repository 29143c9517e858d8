import fc from "fast-check"
import { FREE_TURN, nextTurn, type DomainTurn } from "./domain-limit"

const ask = (turn: DomainTurn, change: Partial<Parameters<typeof nextTurn>[1]> = {}) =>
  nextTurn(turn, { perSecond: 2, now: 10_000, isNew: true, mayWait: true, ...change })

describe("the limit of one receiving domain", () => {
  it("lets a second's worth go, then gives each a turn of its own", () => {
    let turn = FREE_TURN
    const waits = Array.from({ length: 5 }, () => {
      const next = ask(turn)
      turn = next.turn
      return next.waitMs
    })
    expect(waits).toEqual([0, 0, 500, 1_000, 1_500])
  })

  it("lets receipts go at once, at the cost of the others", () => {
    let turn = ask(ask(FREE_TURN).turn).turn
    const receipt = ask(turn, { mayWait: false })
    expect(receipt.waitMs).toBe(0)
    turn = receipt.turn
    expect(ask(turn, { now: 10_600 }).waitMs).toBeGreaterThan(0)
    expect(ask(turn, { now: 11_100 }).waitMs).toBe(0)
  })

  it("does not send somebody whose turn was taken to the end again", () => {
    let turn = FREE_TURN
    for (let n = 0; n < 1_000; n++) turn = ask(turn).turn
    expect(ask(turn, { isNew: false }).waitMs).toBe(1_000)
    expect(ask(turn, { isNew: false, perSecond: 0.1 }).waitMs).toBe(10_000)
  })

  it("never lets more go in any time than the limit and one second's worth", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50 }),
        fc.array(fc.nat(400), { minLength: 1, maxLength: 200 }),
        (perSecond, gaps) => {
          let turn = FREE_TURN
          let now = 0
          const gone: number[] = []
          for (const gap of gaps) {
            now += gap
            const next = nextTurn(turn, { perSecond, now, isNew: false, mayWait: true })
            turn = next.turn
            if (next.waitMs === 0) gone.push(now)
          }
          expect(gone.length).toBeLessThanOrEqual((now * perSecond) / 1000 + perSecond + 1)
        },
      ),
    )
  })
})
