import { pageOf, readCursor, writeCursor } from "./cursor"

describe("paging by key", () => {
  const id = "0193a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b"

  it("brings a cursor back as it went out", () => {
    expect(readCursor(writeCursor([id]))).toEqual([id])
    const line = ["2026-11-21T10:00:00.000Z", "mlg_ü"]
    expect(readCursor(writeCursor(line), ["time", "text"])).toEqual(line)
  })
  it.each([null, undefined, "", "x", "bnVsbA", "W251bGxd"])("takes %p as none of ours", (cursor) => {
    expect(readCursor(cursor)).toBeNull()
  })
  it.each([
    ["no id", ["1; DROP TABLE x"], ["uuid"]],
    ["one part too many", [id, id], ["uuid"]],
    ["no time", ["yesterday", "mlg_1"], ["time", "text"]],
    ["a text that cannot be stored", ["2026-11-21T10:00:00.000Z", "a\0b"], ["time", "text"]],
  ] as const)("takes a cursor with %s as none of ours", (_what, parts, shape) => {
    expect(readCursor(writeCursor([...parts]), [...shape])).toBeNull()
  })
  it("knows from the row too many that there is a next page", () => {
    const key = (row: number) => [String(row)]
    expect(pageOf([1, 2, 3], 2, key)).toEqual({ page: [1, 2], next_cursor: writeCursor(["2"]) })
    expect(pageOf([1, 2], 2, key)).toEqual({ page: [1, 2], next_cursor: null })
  })
})
