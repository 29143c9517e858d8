import fc from "fast-check"
import {
  mintAggregateToken,
  mintCartToken,
  mintSubjectToken,
  mintToken,
  readToken,
  signingKeyOf,
  type MessageTokenType,
  type TokenKey,
} from "./tokens"

const key = (kid: number, state: TokenKey["state"] = "active"): TokenKey => ({
  kid,
  secret: Buffer.alloc(32, kid),
  state,
})
const ring = [key(1, "verify"), key(2)]
const messageId = "0193a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b"

const messageType = fc.constantFrom<MessageTokenType>("o", "c", "u", "p", "v", "i")
const link = fc.integer({ min: 0, max: 0xffff })
const anyToken = fc.oneof(
  fc
    .tuple(messageType, fc.uuid(), link)
    .map(([type, id, linkIndex]) => mintToken({ key: ring[1]!, type, messageId: id, linkIndex })),
  fc
    .tuple(fc.constantFrom("d" as const, "s" as const), fc.uuid())
    .map(([type, subjectId]) => mintSubjectToken({ key: ring[1]!, type, subjectId })),
  fc.string({ minLength: 1, maxLength: 16 }).map((cartId) => mintCartToken({ key: ring[1]!, cartId })),
  fc
    .tuple(fc.uuid(), fc.string({ minLength: 1, maxLength: 16 }), fc.option(link, { nil: undefined }))
    .map(([templateVersionId, sourceId, linkIndex]) =>
      mintAggregateToken({ key: ring[1]!, templateVersionId, sourceId, linkIndex }),
    ),
)

describe("tokens", () => {
  it("say what they were made for", () => {
    fc.assert(
      fc.property(messageType, fc.uuid(), link, (type, id, linkIndex) => {
        const read = readToken(ring, mintToken({ key: ring[1]!, type, messageId: id, linkIndex }))
        expect(read).toEqual(type === "c" ? { type, messageId: id, linkIndex } : { type, messageId: id })
      }),
    )
    expect(readToken(ring, mintCartToken({ key: ring[1]!, cartId: "cart_01" }))).toEqual({
      type: "k",
      cartId: "cart_01",
    })
    expect(
      readToken(
        ring,
        mintAggregateToken({ key: ring[1]!, templateVersionId: messageId, sourceId: "mlg_1", linkIndex: 3 }),
      ),
    ).toEqual({ type: "b", templateVersionId: messageId, sourceId: "mlg_1", linkIndex: 3 })
    expect(
      readToken(ring, mintAggregateToken({ key: ring[1]!, templateVersionId: messageId, sourceId: "mlg_1" })),
    ).toEqual({
      type: "a",
      templateVersionId: messageId,
      sourceId: "mlg_1",
    })
  })

  it("have a MAC of their own for each type and each link of one message", () => {
    const of = (type: MessageTokenType, linkIndex?: number) =>
      Buffer.from(mintToken({ key: ring[1]!, type, messageId, linkIndex }), "base64url")
        .subarray(-16)
        .toString("hex")
    const links = Array.from({ length: 40 }, (_, n) => of("c", n))
    const macs = [of("o"), of("u"), of("p"), of("v"), of("i"), ...links, of("c", 0xffff)]
    expect(new Set(macs).size).toBe(macs.length)
  })

  it("keep their form: what was mailed years ago is still read", () => {
    expect(mintToken({ key: ring[1]!, type: "u", messageId })).toBe("AQJ1AZOhssPUfl-KmwwdLj9KW48lymAcF3fZiZBdN65NB5U")
    expect(mintToken({ key: ring[1]!, type: "c", messageId, linkIndex: 300 })).toBe(
      "AQJjAZOhssPUfl-KmwwdLj9KWwEsLVS_kbbcMSkhmK5ovWxFLw",
    )
  })

  it("are 47 characters, a click 50", () => {
    expect(mintToken({ key: ring[1]!, type: "o", messageId })).toHaveLength(47)
    expect(mintToken({ key: ring[1]!, type: "c", messageId, linkIndex: 65535 })).toHaveLength(50)
  })

  it("are not read when any one bit is changed", () => {
    fc.assert(
      fc.property(anyToken, fc.nat(), fc.integer({ min: 0, max: 7 }), (token, at, bit) => {
        const bytes = Buffer.from(token, "base64url")
        bytes[at % bytes.length]! ^= 1 << bit
        expect(readToken(ring, bytes.toString("base64url"))).toBeNull()
      }),
    )
  })

  it("are not read, and throw nothing, whatever the length of what they claim to carry", () => {
    for (const type of ["o", "c", "u", "p", "v", "i", "d", "s", "k", "a", "b"])
      for (let length = 0; length < 80; length++) {
        const bytes = Buffer.concat([Buffer.from([1, 2, type.charCodeAt(0)]), Buffer.alloc(length, 7)])
        expect(readToken(ring, bytes.toString("base64url"))).toBeNull()
      }
  })

  it("are not read when cut, lengthened or spelt otherwise", () => {
    fc.assert(
      fc.property(anyToken, fc.nat(), (token, n) => {
        expect(readToken(ring, token.slice(0, n % token.length))).toBeNull()
        expect(readToken(ring, `${token}A`)).toBeNull()
        expect(readToken(ring, `${token}=`)).toBeNull()
        expect(readToken(ring, ` ${token}`)).toBeNull()
      }),
    )
  })

  it("are not read under another type: an open token never unsubscribes", () => {
    const bytes = Buffer.from(mintToken({ key: ring[1]!, type: "o", messageId }), "base64url")
    bytes[2] = "u".charCodeAt(0)
    expect(readToken(ring, bytes.toString("base64url"))).toBeNull()
  })

  it("are not read with another shop's key of the same number, nor with an unknown number", () => {
    const token = mintToken({ key: { kid: 2, secret: Buffer.alloc(32, 9) }, type: "u", messageId })
    expect(readToken(ring, token)).toBeNull()
    expect(readToken(ring, mintToken({ key: key(7), type: "u", messageId }))).toBeNull()
  })

  it("never throw on rubbish", () => {
    fc.assert(fc.property(fc.string({ maxLength: 300 }), (rubbish) => expect(readToken(ring, rubbish)).toBeNull()))
  })

  it("of an old key still work, of a leaked one only to unsubscribe", () => {
    const old = key(1)
    expect(readToken(ring, mintToken({ key: old, type: "c", messageId, linkIndex: 1 }))).not.toBeNull()
    const leaked = [key(1, "unsubscribe_only"), key(2)]
    expect(readToken(leaked, mintToken({ key: old, type: "c", messageId, linkIndex: 1 }))).toBeNull()
    expect(readToken(leaked, mintToken({ key: old, type: "u", messageId }))).toEqual({ type: "u", messageId })
  })

  it("are signed by the newest active key", () => {
    expect(signingKeyOf([key(1), key(2), key(3, "verify")]).kid).toBe(2)
    expect(() => signingKeyOf([key(1, "verify")])).toThrow("No active signing key")
  })

  it("refuse to be made from what is not an id", () => {
    expect(() => mintToken({ key: ring[1]!, type: "o", messageId: "nope" })).toThrow("nope")
    expect(() => mintToken({ key: ring[1]!, type: "c", messageId, linkIndex: 70_000 })).toThrow("70000")
    expect(() => mintCartToken({ key: ring[1]!, cartId: "x".repeat(65) })).toThrow("cartId")
  })
})
