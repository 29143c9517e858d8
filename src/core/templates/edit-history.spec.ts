import fc from "fast-check"
import { beginHistory, edit, redo, undo, type History } from "./edit-history"

const typed = (history: History<string>, next: string, at: number, group: string | null = "block/text") =>
  edit(history, next, { group, at })

describe("the editor's undo and redo", () => {
  it("takes back a whole run of typing at once", () => {
    const history = typed(typed(beginHistory(""), "H", 0), "Hi", 300)
    expect(undo(history).present).toBe("")
  })

  it("begins a new step after a pause", () => {
    const history = typed(typed(beginHistory(""), "Hi", 0), "Hi you", 5000)
    expect(undo(history).present).toBe("Hi")
  })

  it("begins a new step in another field, and never joins edits without a group", () => {
    expect(undo(typed(typed(beginHistory(""), "a", 0, "one"), "ab", 10, "two")).present).toBe("a")
    expect(undo(typed(typed(beginHistory(""), "a", 0, null), "ab", 10, null)).present).toBe("a")
  })

  it("does not join typing with what was taken back before it", () => {
    const history = typed(undo(typed(typed(beginHistory(""), "a", 0, null), "ab", 10)), "ax", 20)
    expect(undo(history).present).toBe("a")
  })

  it("forgets what could be done again once something else is written", () => {
    const history = typed(undo(typed(beginHistory(""), "a", 0)), "b", 10)
    expect(redo(history)).toBe(history)
  })

  it("is at rest at both ends and for an edit that changes nothing", () => {
    const history = beginHistory("a")
    expect([undo(history), redo(history), typed(history, "a", 0)]).toEqual([history, history, history])
  })

  it("comes back to every version by as many undos, and forward again", () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 30 }), (versions) => {
        const end = versions.reduce((history, next, at) => typed(history, next, at, null), beginHistory("start"))
        const steps = end.past.length
        let history = end
        for (let step = 0; step < steps; step++) history = undo(history)
        expect(history.present).toBe("start")
        for (let step = 0; step < steps; step++) history = redo(history)
        expect(history.present).toBe(end.present)
      }),
      { numRuns: 50 },
    )
  })
})
