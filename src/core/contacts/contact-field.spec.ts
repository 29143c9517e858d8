import fc from "fast-check"
import { checkFieldValue, fieldProblem, isDay, type ContactField, type FieldType } from "./contact-field"

const aField = (type: FieldType, choices: string[] = []): ContactField => ({ key: "one", label: "One", type, choices })

describe("a field of the merchant's own", () => {
  it.each<[string, Partial<ContactField>]>([
    ["key", { key: "Shoe Size" }],
    ["key", { key: "1st" }],
    ["label", { label: " " }],
    ["choices", { type: "choice", choices: [] }],
    ["choices", { type: "choice", choices: ["a", "a"] }],
    ["choices", { type: "text", choices: ["a"] }],
  ])("is refused by name: %s", (name, change) => expect(fieldProblem({ ...aField("text"), ...change })).toContain(name))

  it("is taken when it is in order", () => {
    expect(fieldProblem(aField("choice", ["gold", "silver"]))).toBeNull()
    expect(fieldProblem({ ...aField("number"), key: "shoe_size" })).toBeNull()
  })
})

describe("its value", () => {
  it.each<[FieldType, unknown, unknown]>([
    ["text", " hello ", "hello"],
    ["text", 5, "5"],
    ["number", "36,5", 36.5],
    ["number", -3, -3],
    ["date", "2028-02-29", "2028-02-29"],
    ["boolean", "Yes", true],
    ["boolean", false, false],
    ["choice", "GOLD", "gold"],
  ])("%s takes %j as %j", (type, given, value) =>
    expect(checkFieldValue(aField(type, type === "choice" ? ["gold"] : []), given)).toEqual({ ok: true, value }),
  )

  it.each<[FieldType, unknown]>([
    ["text", { a: 1 }],
    ["text", "x".repeat(1001)],
    ["number", "many"],
    ["number", Infinity],
    ["date", "2026-02-29"],
    ["date", "31.03.2026"],
    ["boolean", "perhaps"],
    ["choice", "bronze"],
  ])("%s refuses %j and names it", (type, given) => {
    const answer = checkFieldValue(aField(type, type === "choice" ? ["gold"] : []), given)
    expect(answer).toMatchObject({ ok: false })
    expect(answer.ok || answer.problem).toContain(JSON.stringify(given))
  })

  it("is taken away by nothing", () => {
    for (const nothing of [null, undefined, "", "  "])
      expect(checkFieldValue(aField("number"), nothing)).toEqual({ ok: true, value: null })
  })

  it("reads what it has stored as the same", () => {
    fc.assert(
      fc.property(fc.constantFrom<FieldType>("text", "number", "date", "boolean"), fc.anything(), (type, given) => {
        const once = checkFieldValue(aField(type), given)
        if (once.ok && once.value !== null) expect(checkFieldValue(aField(type), once.value)).toEqual(once)
      }),
    )
  })
})

it("a day is one that the calendar has", () => {
  expect(["2026-12-31", "2026-13-01", "2026-00-10", "0026-01-01"].map(isDay)).toEqual([true, false, false, false])
})
