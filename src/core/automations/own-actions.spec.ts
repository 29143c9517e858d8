import { z } from "zod"
import { ownActionProblem } from "./own-actions"

const action = (more: object = {}) => ({
  id: "credit_points",
  label: "Credit points",
  settings: z.object({}),
  run: async () => undefined,
  ...more,
})

describe("an action of the shop's own code", () => {
  it("has an id, a label, a schema and something to run", () => {
    expect(ownActionProblem(action())).toBeNull()
    expect(ownActionProblem(action({ id: "Credit points" }))).toContain("small letters")
    expect(ownActionProblem(action({ label: " " }))).toContain("needs a label")
    expect(ownActionProblem(action({ settings: {} }))).toContain("zod schema")
    expect(ownActionProblem(action({ run: undefined }))).toContain("function run")
    expect(ownActionProblem(null)).not.toBeNull()
  })
})
