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

  it("lays no two boxes over each other", () => {
    const boxes = [laidOut.trigger, ...laidOut.steps, ...laidOut.exits]
    for (const one of boxes)
      for (const other of boxes)
        if (one !== other)
          expect(
            one.x + one.width <= other.x ||
              other.x + other.width <= one.x ||
              one.y + one.height <= other.y ||
              other.y + other.height <= one.y,
          ).toBe(true)
  })

  it("has a place to go on at every exit, and says where the way ends", () => {
    expect(laidOut.exits.map(({ place, isEnd }) => [place.node, place.exit, isEnd])).toEqual([
      [null, "start", false],
      ["a", "next", false],
      ["f", "yes", false],
      ["f", "no", false],
      ["b", "next", false],
      ["c", "next", false],
      ["d", "next", true],
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
