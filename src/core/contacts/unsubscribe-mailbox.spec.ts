import fc from "fast-check"
import { tokenOfUnsubscribeAddress, unsubscribeAddress } from "./unsubscribe-mailbox"

describe("the mailbox for unsubscribing", () => {
  it("brings every token back, whatever a server does to the case of letters", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 40 }), (bytes) => {
        const token = Buffer.from(bytes).toString("base64url")
        const address = unsubscribeAddress(token, "bounce.shop.example")
        expect(tokenOfUnsubscribeAddress(address.toUpperCase())).toBe(token)
      }),
      { numRuns: 50 },
    )
  })

  it("fits into the 64 characters of a local part", () => {
    const [local] = unsubscribeAddress(Buffer.alloc(35).toString("base64url"), "x.example").split("@")
    expect(local).toHaveLength(62)
  })

  it("knows no token in another address", () => {
    for (const address of ["hello@shop.example", "unsub+@x.example", "unsub+!!@x.example", ""])
      expect(tokenOfUnsubscribeAddress(address)).toBeNull()
  })
})
