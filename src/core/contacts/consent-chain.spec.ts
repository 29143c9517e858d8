import { brokenRows, chainHashOf, personalHashOf, type ChainedFacts, type ChainedRow } from "./consent-chain"

function aChain(length: number): ChainedRow[] {
  const rows: ChainedRow[] = []
  for (let seq = 1; seq <= length; seq++) {
    const facts: ChainedFacts = {
      contactId: "0193a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b",
      seq,
      emailHash: Buffer.alloc(32, 1),
      purpose: "marketing",
      topicId: null,
      action: seq % 2 ? "grant" : "withdraw",
      basis: null,
      expiresAt: null,
      wordingId: null,
      source: "form",
      method: null,
      messageId: null,
      actor: "contact",
      at: new Date(Date.UTC(2026, 0, seq)),
    }
    const personalHash = personalHashOf(Buffer.alloc(16, seq), {
      email: "ada@example.com",
      pageUrl: null,
      ip: "192.0.2.0",
      userAgent: null,
      note: null,
    })
    const prevHash = rows.at(-1)?.hash ?? null
    rows.push({ ...facts, personalHash, prevHash, hash: chainHashOf(facts, personalHash, prevHash) })
  }
  return rows
}

describe("the consent chain", () => {
  it("is whole as it was written", () => expect(brokenRows(aChain(5))).toEqual([]))

  it("names a row that was changed", () => {
    const rows = aChain(5).map((row) => (row.seq === 3 ? { ...row, action: "grant" as const, source: "import" } : row))
    expect(brokenRows(rows)).toEqual([3])
  })

  it("names what follows a row that was taken out", () => {
    expect(brokenRows(aChain(5).filter(({ seq }) => seq !== 2))).toEqual([3, 4, 5])
  })

  it("notices a row whose hash was made anew, at the row after it", () => {
    const rows = aChain(3)
    const changed = { ...rows[1]!, actor: "user_1" }
    rows[1] = { ...changed, hash: chainHashOf(changed, changed.personalHash, changed.prevHash) }
    expect(brokenRows(rows)).toEqual([3])
  })
})
