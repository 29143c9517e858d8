import { MOST_EXAMPLES, PreflightTally } from "./preflight-tally"
import type { PreflightFinding } from "./preflight-findings"

const blank: PreflightFinding = { key: "blank_tag", detail: "contact.firstName" }
const dead: PreflightFinding = { key: "dead_link", detail: "#" }

describe("the tally of a preflight", () => {
  it("counts each finding and each person once", () => {
    const tally = new PreflightTally({}, 0)
    tally.add("a", [blank])
    tally.add("b", [])
    tally.add("c", [blank, dead])
    expect(tally.affected).toBe(2)
    expect(tally.findings.blank_tag!.n).toBe(2)
    expect(tally.findings.dead_link!.n).toBe(1)
  })

  it("keeps the worst of them first, however many there are", () => {
    const tally = new PreflightTally({}, 0)
    for (let n = 0; n < 1_000; n++) tally.add(`p${n}`, n % 100 === 7 ? [blank, dead] : [blank])
    const { n, people } = tally.findings.blank_tag!
    expect(n).toBe(1_000)
    expect(people).toHaveLength(MOST_EXAMPLES)
    expect(people.slice(0, 11).map(({ contact_id }) => contact_id)).toEqual([
      ...Array.from({ length: 10 }, (_, hundred) => `p${hundred * 100 + 7}`),
      "p0",
    ])
  })

  it("goes on from what another worker has written down", () => {
    const first = new PreflightTally({}, 0)
    first.add("a", [blank])
    const second = new PreflightTally(JSON.parse(JSON.stringify(first.findings)), first.affected)
    second.add("b", [blank])
    expect(second).toMatchObject({ affected: 2, findings: { blank_tag: { n: 2 } } })
  })
})
