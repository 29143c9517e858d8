import fc from "fast-check"
import { readPicture } from "./picture-file"

const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex.replace(/\s/g, ""), "hex"))

describe("a picture", () => {
  it.each([
    ["PNG", "89504e470d0a1a0a 0000000d49484452 00000140 000000f0", { mime: "image/png", width: 320, height: 240 }],
    ["GIF", "474946383961 4001 f000 f70000", { mime: "image/gif", width: 320, height: 240 }],
    [
      "JPEG with a comment before its frame",
      "ffd8 fffe0004abcd ffc0 0011 08 00f0 0140 03012200021101",
      { mime: "image/jpeg", width: 320, height: 240 },
    ],
    [
      "WebP, extended",
      "52494646 00000000 57454250 56503858 0a000000 00000000 3f0100 ef0000",
      { mime: "image/webp", width: 320, height: 240 },
    ],
    [
      "WebP, lossless",
      "52494646 00000000 57454250 5650384c 00000000 2f 3fc13b00 0000000000",
      { mime: "image/webp", width: 320, height: 240 },
    ],
  ])("of the kind %s has its size in its head", (_, hex, expected) => {
    expect(readPicture(bytes(hex))).toEqual(expected)
  })

  it("is not a page, a script or nothing, whatever it is called", () => {
    for (const text of ["", "<svg onload=alert(1)>", "GIF", "%PDF-1.7", "ÿØÿà"])
      expect(readPicture(Buffer.from(text))).toBeNull()
  })

  it("may be broken in any way without a throw", () => {
    const head = fc.constantFrom("89504e470d0a1a0a", "474946383961", "ffd8ff", "52494646000000005745425056503820")
    fc.assert(
      fc.property(head, fc.uint8Array({ maxLength: 40 }), (start, rest) => {
        const found = readPicture(Uint8Array.from([...bytes(start), ...rest]))
        expect(found === null || found.width > 0).toBe(true)
      }),
    )
  })
})
