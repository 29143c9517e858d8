import fc from "fast-check"
import { anyText } from "../../../integration-tests/support/any-text"
import { addressProblemText, maskAddress, normaliseAddress } from "./normalise-address"

const norm = (raw: string) => {
  const address = normaliseAddress(raw)
  return address.ok ? address.emailNorm : address.problem
}

describe("normaliseAddress", () => {
  it("makes one spelling of one mailbox", () => {
    expect(norm("  Ada.Lovelace@Example.COM ")).toBe("ada.lovelace@example.com")
    expect(norm("A\u0308nne@example.com")).toBe(norm("\u00c4NNE@example.com"))
  })

  it("keeps the owner's spelling for the envelope", () => {
    expect(normaliseAddress("Ada@Example.com")).toEqual({
      ok: true,
      email: "Ada@example.com",
      emailNorm: "ada@example.com",
      domain: "example.com",
    })
  })

  it("keeps dots and plus tags: only the receiving host knows what they mean", () => {
    expect(norm("a.d.a+shop@gmail.com")).toBe("a.d.a+shop@gmail.com")
  })

  it("writes an internationalised domain in punycode, once or twice normalised", () => {
    expect(norm("info@Bücher.example")).toBe("info@xn--bcher-kva.example")
    expect(norm("info@xn--bcher-kva.example")).toBe("info@xn--bcher-kva.example")
    expect(norm("用户@例え.jp")).toBe("用户@xn--r8jz45g.jp")
  })

  it.each([
    ["", "empty"],
    ["   ", "empty"],
    ["ada", "not_one_mailbox"],
    ["a@b@example.com", "not_one_mailbox"],
    ["ada@example.com\r\nBcc: eve@example.com", "control_character"],
    ["ada@example.com\n", "control_character"],
    ["a\u0000da@example.com", "control_character"],
    ["a\u0085da@example.com", "control_character"],
    ["a da@example.com", "local_part"],
    ["a\u200bda@example.com", "local_part"],
    ["ada,eve@example.com", "local_part"],
    ["Ada <ada@example.com>", "local_part"],
    [".ada@example.com", "local_part"],
    ["a..da@example.com", "local_part"],
    ["@example.com", "local_part"],
    ['"a b"@example.com', "local_part"],
    ["ada@", "domain"],
    ["ada@localhost", "domain"],
    ["ada@com", "domain"],
    ["ada@127.0.0.1", "domain"],
    ["ada@[127.0.0.1]", "domain"],
    ["ada@example.com:25", "domain"],
    ["ada@exa%6dple.com", "domain"],
    ["ada@-example.com", "domain"],
    ["ada@example..com", "domain"],
    ["ada@example.com.", "domain"],
    ["ada@example.com, eve@example.com", "not_one_mailbox"],
  ])("refuses %j: %s", (raw, problem) => expect(norm(raw)).toBe(problem))

  it("holds RFC 5321's lengths, counted in bytes", () => {
    expect(norm(`${"a".repeat(64)}@example.com`)).toMatch(/^a+@example/)
    expect(norm(`${"a".repeat(65)}@example.com`)).toBe("local_part_too_long")
    expect(norm(`${"ä".repeat(33)}@example.com`)).toBe("local_part_too_long")
    const label = "b".repeat(63)
    expect(norm(`${"a".repeat(64)}@${label}.${label}.${label}.com`)).toBe("too_long")
    expect(norm(`${"a".repeat(308)}@example.com`)).toBe("local_part_too_long")
  })

  it("never throws, never lets a control character through, and normalising again changes nothing", () => {
    const loose = fc
      .tuple(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), fc.domain())
      .map(([local, rest, domain]) => (rest.length % 3 ? `${local}@${domain}` : `${local}${rest}@${rest}${domain}`))
    fc.assert(
      fc.property(fc.oneof(loose, fc.emailAddress(), anyText), (raw) => {
        const first = normaliseAddress(raw)
        if (!first.ok) return
        expect(first.emailNorm).not.toMatch(/[\p{Cc}\s<>,;]/u)
        expect(normaliseAddress(first.emailNorm)).toMatchObject({ ok: true, emailNorm: first.emailNorm })
        expect(normaliseAddress(first.email)).toMatchObject({ ok: true, emailNorm: first.emailNorm })
      }),
    )
  })

  it("takes ordinary addresses as they are", () => {
    for (const address of ["o'brien@example.co.uk", "x_y-z@sub.example.org", "1@example.museum"])
      expect(norm(address)).toBe(address)
  })
})

describe("what people see of an address", () => {
  it("is masked on pages that a forwarded mail leads to", () => {
    expect(maskAddress("ada.lovelace@example.com")).toBe("a…e@e….com")
    expect(maskAddress("al@example.co.uk")).toBe("a…@e….uk")
  })

  it("names the value and the way out when it is refused", () => {
    expect(addressProblemText("ada", "not_one_mailbox")).toBe(
      'E-mail address "ada" was refused: it must be exactly one address with one @. Write one address such as name@example.com.',
    )
  })
})
