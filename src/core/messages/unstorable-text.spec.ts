import { unstorableText } from "./unstorable-text"

describe("texts that no column can hold", () => {
  it("are found wherever they stand, and named by their path", () => {
    expect(unstorableText({ name: "Ada", recipients: [{ value: "a\0b" }] })).toEqual(["recipients", "0", "value"])
    expect(unstorableText({ subject: "half a pair \ud83d" })).toEqual(["subject"])
    expect(unstorableText({ "na\0me": 1 })).toEqual(['"na\\u0000me"'])
    expect(unstorableText("\0")).toEqual([])
  })
  it("are not found where there are none", () => {
    expect(unstorableText({ subject: "whole 😀", n: 1, none: null, list: [true, undefined] })).toBeNull()
    expect(unstorableText(undefined)).toBeNull()
  })
  it("are not looked for without end", () => {
    const deep: Record<string, unknown> = {}
    deep.self = deep
    expect(unstorableText(deep)).toBeNull()
  })
})
