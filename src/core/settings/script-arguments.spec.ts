import { readArguments, unknownArgument } from "./script-arguments"

describe("arguments of a script", () => {
  it("are words and key=value, whatever the value holds", () => {
    const read = readArguments(["file=1.csv", "a b.csv", "wording=Yes, a=b\nplease", "status=subscribed"])
    expect(read).toEqual({
      plain: ["a b.csv"],
      named: { file: "1.csv", wording: "Yes, a=b\nplease", status: "subscribed" },
    })
    expect(unknownArgument(read, ["file", "wording"])).toBe("status")
    expect(unknownArgument(read, ["file", "wording", "status"])).toBeNull()
  })
})
