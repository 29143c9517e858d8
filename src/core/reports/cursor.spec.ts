import { pageOf, readCursor, writeCursor } from "./cursor"

describe("paging by key", () => {
  it("brings a cursor back as it went out", () => {
    expect(readCursor(writeCursor(["2026-11-21T10:00:00Z", "ü"]))).toEqual(["2026-11-21T10:00:00Z", "ü"])
  })
  it.each([null, undefined, "", "x", "bnVsbA", "W251bGxd"])("takes %p as the first page", (cursor) => {
    expect(readCursor(cursor)).toBeNull()
  })
  it("knows from the row too many that there is a next page", () => {
    const key = (row: number) => [String(row)]
    expect(pageOf([1, 2, 3], 2, key)).toEqual({ page: [1, 2], next_cursor: writeCursor(["2"]) })
    expect(pageOf([1, 2], 2, key)).toEqual({ page: [1, 2], next_cursor: null })
  })
})
