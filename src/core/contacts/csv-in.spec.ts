import fc from "fast-check"
import { CsvDecoder } from "./csv-decoder"
import { columnsOf, separatorOf } from "./csv-shape"

function decoded(bytes: Buffer, cut: number): [string, string] {
  const decoder = new CsvDecoder()
  let text = ""
  for (let from = 0; from < bytes.length; from += cut) text += decoder.write(bytes.subarray(from, from + cut))
  return [text + decoder.end(), decoder.encoding]
}

describe("a file of unknown encoding", () => {
  const TEXT = "email,name\nada@example.com,Jürgen Großmann\n"
  const utf16be = (text: string) => Buffer.from(text, "utf16le").swap16()

  it.each<[string, Buffer, string]>([
    ["UTF-8", Buffer.from(TEXT), "utf-8"],
    ["UTF-8 with a mark", Buffer.from(`\ufeff${TEXT}`), "utf-8"],
    ["Latin-1", Buffer.from(TEXT, "latin1"), "windows-1252"],
    ["UTF-16 as spreadsheets write it", Buffer.from(`\ufeff${TEXT}`, "utf16le"), "utf-16le"],
    ["UTF-16 without a mark", Buffer.from(TEXT, "utf16le"), "utf-16le"],
    ["UTF-16 the other way round", utf16be(`\ufeff${TEXT}`), "utf-16be"],
  ])("%s is read, wherever the network cut it", (_, bytes, encoding) => {
    for (const cut of [1, 2, 3, 7, bytes.length]) expect(decoded(bytes, cut)).toEqual([TEXT, encoding])
  })

  it("is Windows' own where Latin-1 has none: the euro sign", () => {
    expect(decoded(Buffer.from([0x61, 0x62, 0x63, 0x64, 0x80]), 5)[0]).toBe("abcd€")
  })
  it("decides by the first character beyond ASCII, even after a hundred thousand lines", () => {
    const bytes = Buffer.concat([Buffer.from("a@b.co\n".repeat(20_000)), Buffer.from("ß", "latin1")])
    expect(decoded(bytes, 4096)[0].endsWith("ß")).toBe(true)
  })
  it("never holds a NUL", () => expect(decoded(Buffer.from("abcd\u0000ef"), 3)[0]).toBe("abcdef"))

  it("any text in UTF-8 comes through any cutting", () => {
    const text = fc.string({ unit: "grapheme", minLength: 4 }).filter((one) => !/^\ufeff|[\u0000\p{Cs}]/u.test(one))
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 9 }), (one, cut) => {
        expect(decoded(Buffer.from(one), cut)[0]).toBe(one)
      }),
      { numRuns: 200 },
    )
  })
})

describe("the separator", () => {
  it.each<[string, string]>([
    ["email,name\na@b.co,Ada\n", ","],
    ["email;name;note\na@b.co;Ada;x,y,z\n", ";"],
    ["email\tname\na@b.co\tAda, of Lovelace\n", "\t"],
    ["email|name\na@b.co|Ada\n", "|"],
    ["email\na@b.co\n", ","],
    ['"Email","Tags"\n"a@b.co","x;y;z"\n"b@b.co","x;y"\n', ","],
    ['email;address\na@b.co;"one\ntwo, three, four"\nb@b.co;x\n', ";"],
  ])("of %j", (text, separator) => expect(separatorOf(text)).toBe(separator))
})

describe("the first line", () => {
  it("names the columns", () => {
    expect(columnsOf([" Email ", ""])).toEqual({ columns: ["Email", "Column 2"], hasHeader: true })
  })
  it("is a person when an address stands in it", () => {
    expect(columnsOf(["a@b.co", "Ada"])).toEqual({ columns: ["Column 1", "Column 2"], hasHeader: false })
  })
})
