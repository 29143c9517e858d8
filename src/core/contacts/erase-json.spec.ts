import fc from "fast-check"
import { eraseFromJson, eraseFromText, needlesOf } from "./erase-json"

const needles = needlesOf(["Ada+shop@Example.com"])

describe("an erased address", () => {
  it.each<[unknown, unknown]>([
    ["ada+shop@example.com", null],
    [["ADA+SHOP@example.com", "b@example.com"], ["b@example.com"]],
    [
      { to: ["ada+shop@example.com"], note: "ask Ada+Shop@example.com." },
      { to: [], note: "ask [erased]." },
    ],
    [{ url: "https://s.example/?e=ada%2Bshop%40example.com&x=1" }, { url: "https://s.example/?e=[erased]&x=1" }],
    [{ url: "https://s.example/?e=ada+shop%40example.com" }, { url: "https://s.example/?e=[erased]" }],
    [
      { "ada+shop@example.com": 5, n: null, ok: true },
      { "[erased]": 5, n: null, ok: true },
    ],
    ["another-ada@example.com", "another-ada@example.com"],
  ])("%j becomes %j", (value, wanted) => expect(eraseFromJson(value, needles)).toEqual(wanted))

  it("is nowhere in any JSON afterwards, and what did not hold it is untouched", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), fc.nat(), (json, seed) => {
        expect(eraseFromJson(json, needles)).toEqual(json)
        const text = JSON.stringify([json, `x ada+shop@example.com ${seed}`, { deep: ["Ada+Shop@Example.com"] }])
        expect(JSON.stringify(eraseFromJson(JSON.parse(text), needles)).toLowerCase()).not.toContain(
          "ada+shop@example.com",
        )
      }),
      { numRuns: 100 },
    )
  })
  it("is cut out of texts wherever it stands", () => {
    expect(eraseFromText("550 <ada+shop@example.com>: unknown, ADA+SHOP@EXAMPLE.COM", needles)).toBe(
      "550 <[erased]>: unknown, [erased]",
    )
  })
})
