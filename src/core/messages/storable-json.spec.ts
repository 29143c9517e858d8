import { storableJson } from "./storable-json"

describe("storableJson", () => {
  it("leaves out NUL and lone surrogates, wherever they stand", () => {
    expect(JSON.parse(storableJson({ a: ["x\u0000y", { b: "\ud800z" }] }))).toEqual({ a: ["xy", { b: "z" }] })
  })
  it("keeps emoji, right-to-left text and a written-out \\u0000", () => {
    const value = { subject: "🎁 שלום", code: "\\u0000" }
    expect(JSON.parse(storableJson(value))).toEqual(value)
  })
})
