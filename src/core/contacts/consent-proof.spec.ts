import { consentProof, type ProofEntry } from "./consent-proof"
import { proofLetter } from "./proof-letter"

const at = (day: number) => new Date(Date.UTC(2026, 2, day, 9))
const entry = (change: Partial<ProofEntry>): ProofEntry => ({
  purpose: "marketing",
  action: "request",
  basis: null,
  source: "form",
  method: "store_api",
  actor: "contact",
  at: at(1),
  wording: "Yes, send me news.",
  pageUrl: "https://shop.example/",
  ip: "192.0.2.0",
  note: null,
  messageId: null,
  ...change,
})
const about = {
  email: "ada@example.com",
  shopName: "Harbour Goods",
  locale: "en" as const,
  isStopped: true,
  date: (one: Date) => one.toISOString().slice(0, 10),
}

describe("the answer to “I never signed up”", () => {
  it("shows both halves of a double opt-in, whatever came after", () => {
    const proof = consentProof([
      entry({}),
      entry({ action: "confirm", at: at(2), ip: "203.0.113.0", messageId: "m" }),
      entry({ action: "withdraw", at: at(9) }),
    ])
    expect(proof).toMatchObject({
      kind: "double_opt_in",
      asked: { at: at(1) },
      confirmed: { at: at(2) },
      messageId: "m",
    })
    const letter = proofLetter(proof, about)
    for (const said of [
      "2026-03-01",
      "2026-03-02",
      "192.0.2.0",
      "203.0.113.0",
      "“Yes, send me news.”",
      "Harbour Goods",
    ])
      expect(letter).toContain(said)
  })

  it("says what the owner wrote down as such", () => {
    const proof = consentProof([
      entry({ action: "grant", actor: "user_1", source: "admin", pageUrl: null, note: "fair" }),
    ])
    expect(proofLetter(proof, about)).not.toContain("admin")
    expect(proof).toMatchObject({ kind: "recorded", note: "fair", recorded: { page: null, source: "admin" } })
  })

  it("admits that there is none", () => {
    expect(consentProof([entry({})])).toEqual({ kind: "none" })
    expect(consentProof([entry({ purpose: "tracking", action: "grant" })])).toEqual({ kind: "none" })
    expect(proofLetter({ kind: "none" }, about)).toContain("no proof on file that ada@example.com")
  })

  it("can be written in every language of the pages", () => {
    for (const locale of ["en", "de", "fr", "es", "it"] as const)
      expect(proofLetter({ kind: "none" }, { ...about, locale })).toContain("ada@example.com")
  })
})
