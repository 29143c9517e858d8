import fc from "fast-check"
import { nextStretch, withDone, type ImportProgress, type Stretch } from "./import-progress"

const START: ImportProgress = { position: 0, ahead: [] }

/** All stretches that go out one after the other when nobody finishes meanwhile. */
function taken(rows: number, size: number): Stretch[] {
  const stretches: Stretch[] = []
  for (let progress = START; ;) {
    const next = nextStretch(progress, rows, size)
    if (!next) return stretches
    stretches.push(next)
    progress = withDone(progress, next)!
  }
}

describe("progress of an import whose chunks end in any order", () => {
  it("covers the file once, chunk after chunk", () => {
    expect(taken(45, 20)).toEqual([
      { after: 0, to: 20 },
      { after: 20, to: 40 },
      { after: 40, to: 45 },
    ])
    expect(taken(0, 20)).toEqual([])
  })

  it("keeps what is done ahead apart until the gap before it is closed", () => {
    const later = withDone(START, { after: 20, to: 40 })!
    expect(later).toEqual({ position: 0, ahead: [{ after: 20, to: 40 }] })
    expect(withDone(later, { after: 0, to: 20 })).toEqual({ position: 40, ahead: [] })
  })

  it("goes on in the gap after a restart, also with chunks of another size", () => {
    const died: ImportProgress = { position: 0, ahead: [{ after: 20, to: 40 }] }
    expect(nextStretch(died, 100, 500)).toEqual({ after: 0, to: 20 })
    expect(nextStretch(died, 100, 15)).toEqual({ after: 0, to: 15 })
  })

  it("gives up what somebody else has done, whole or in part", () => {
    const progress: ImportProgress = { position: 20, ahead: [{ after: 40, to: 60 }] }
    for (const done of [
      { after: 0, to: 20 },
      { after: 10, to: 30 },
      { after: 40, to: 60 },
      { after: 50, to: 70 },
      { after: 30, to: 45 },
    ])
      expect(withDone(progress, done)).toBeNull()
    expect(withDone(progress, { after: 20, to: 40 })).toEqual({ position: 60, ahead: [] })
  })

  it("ends at the last row in whatever order the chunks end", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200 }).chain((rows) =>
          fc.integer({ min: 1, max: 50 }).chain((size) => {
            const all = taken(rows, size)
            return fc.tuple(
              fc.constant(rows),
              fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
            )
          }),
        ),
        ([rows, order]) => {
          const end = order.reduce<ImportProgress>((progress, done) => withDone(progress, done)!, START)
          expect(end).toEqual({ position: rows, ahead: [] })
        },
      ),
    )
  })
})
