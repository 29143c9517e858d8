import { assigneeOf, dueAfter } from "./task"

describe("a task", () => {
  it("is due so many hours or days after it was made", () => {
    const made = new Date("2026-10-24T12:00:00Z")
    expect(dueAfter(made, { dueIn: 3, dueUnit: "hours" })).toEqual(new Date("2026-10-24T15:00:00Z"))
    expect(dueAfter(made, { dueIn: 2, dueUnit: "days" })).toEqual(new Date("2026-10-26T12:00:00Z"))
  })

  it("goes to one colleague after the other", () => {
    expect([1, 2, 3, 4].map((turn) => assigneeOf(["ann", "bob", "eve"], turn))).toEqual(["ann", "bob", "eve", "ann"])
    expect(assigneeOf([], 1)).toBeNull()
  })
})
