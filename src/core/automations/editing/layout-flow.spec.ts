import fc from "fast-check"
import type { Flow, FlowNode } from "./flow"
import { layoutFlow, STEP_SIZE, type LaidOut } from "./layout-flow"
import { neighbour } from "./neighbour"

const step = (id: string, exits: Record<string, string | null> = { next: null }): FlowNode => ({
  id,
  kind: "wait",
  settings: {},
  exits,
})
const branched: Flow = {
  nodes: [
    step("a", { next: "f" }),
    step("f", { yes: "b", no: "c" }),
    step("b", { next: "d" }),
    step("c", { next: "d" }),
    step("d"),
  ],
}
const at = (laidOut: LaidOut, id: string) => laidOut.steps.find((one) => one.id === id)!

type Box = LaidOut["trigger"]
const areOver = (one: Box, other: Box) =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height

describe("layoutFlow", () => {
  const laidOut = layoutFlow(branched)

  it("reads from top to bottom", () => {
    const heights = [laidOut.trigger, ...["a", "f", "b", "d"].map((id) => at(laidOut, id))].map(({ y }) => y)
    expect(heights).toEqual([...heights].sort((one, other) => one - other))
    expect(new Set(heights).size).toBe(heights.length)
  })

  it("sets branches side by side in the order of their exits", () => {
    expect(at(laidOut, "b").y).toBe(at(laidOut, "c").y)
    expect(at(laidOut, "b").x + STEP_SIZE.width).toBeLessThan(at(laidOut, "c").x)
    const three = layoutFlow({ nodes: [step("s", { a: "x", b: null, c: "y" }), step("x"), step("y")] })
    const exits = three.exits.filter(({ place }) => place.node === "s")
    expect(exits.map(({ x }) => x)).toEqual(exits.map(({ x }) => x).sort((one, other) => one - other))
  })

  it("goes straight on by the first exit", () => {
    expect(new Set(["a", "f", "b", "d"].map((id) => at(laidOut, id).x))).toEqual(new Set([laidOut.trigger.x]))
  })

  it("lays no two boxes over each other, whatever the way is", () => {
    const anyFlow = fc.array(
      fc.record({
        exits: fc.integer({ min: 1, max: 3 }),
        to: fc.array(fc.option(fc.nat(9)), { minLength: 3, maxLength: 3 }),
      }),
      { minLength: 1, maxLength: 8 },
    )
    fc.assert(
      fc.property(anyFlow, (list) => {
        const nodes = list.map(({ exits, to }, n) => {
          const ways = to.slice(0, exits).map((target, at) => [`e${at}`, target === null ? null : `s${target}`])
          return step(`s${n}`, Object.fromEntries(ways))
        })
        const { trigger, steps, exits } = layoutFlow({ nodes })
        const boxes = [trigger, ...steps, ...exits]
        const overlapping = boxes.flatMap((one, n) => boxes.slice(n + 1).filter((other) => areOver(one, other)))
        expect(overlapping).toEqual([])
        expect(steps).toHaveLength(nodes.length)
      }),
      { numRuns: 150 },
    )
  })

  it("has a place to go on at every exit, and says where the way ends", () => {
    const places = laidOut.exits.map(({ place, isEnd }) => [place.node ?? "", place.exit, isEnd])
    expect(places.sort()).toEqual([
      ["", "start", false],
      ["a", "next", false],
      ["b", "next", false],
      ["c", "next", false],
      ["d", "next", true],
      ["f", "no", false],
      ["f", "yes", false],
    ])
  })

  it("shows an empty way, one that leads back, and one with a step that is not there", () => {
    expect(layoutFlow({ nodes: [] }).exits).toMatchObject([{ isEnd: true }])
    expect(layoutFlow({ nodes: [step("a", { next: "a" })] }).lines).toHaveLength(4)
    expect(layoutFlow({ nodes: [step("a", { next: "gone" })] }).exits[1]).toMatchObject({ isEnd: true })
  })
})

describe("the arrow keys", () => {
  const laidOut = layoutFlow(branched)

  it.each([
    ["trigger", "down", "a"],
    ["a", "up", "trigger"],
    ["f", "down", "b"],
    ["b", "right", "c"],
    ["c", "left", "b"],
    ["c", "down", "d"],
    ["d", "down", "d"],
    [null, "down", "trigger"],
  ] as const)("from %s %s to %s", (from, direction, to) => {
    expect(neighbour(laidOut, from, direction)).toBe(to)
  })
})
