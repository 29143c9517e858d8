import fc from "fast-check"
import {
  duplicateBlock,
  findBlock,
  insertBlock,
  moveBlock,
  placeOf,
  removeBlock,
  stepBlock,
  type Place,
} from "./block-tree"
import { allBlocks, documentSchema, type Block, type BlocksDocument } from "./document"

const divider = (id: string) => ({ id, type: "divider" })
const LETTER = blocksOf([
  divider("a"),
  { id: "cols", type: "columns", columns: [[divider("c1"), divider("c2")], [divider("d1")]] },
  divider("b"),
  { id: "foot", type: "footer" },
])
const root = (index: number): Place => ({ within: null, index })
const column = (at: number, index: number): Place => ({ within: { id: "cols", column: at }, index })
const order = (blocks: Block[]) => allBlocks(blocks).map(({ id }) => id)

describe("the blocks of a letter", () => {
  it("finds a block in a column and tells its place", () => {
    expect(findBlock(LETTER, "d1")?.id).toBe("d1")
    expect(placeOf(LETTER, "c2")).toEqual(column(0, 1))
    expect(placeOf(LETTER, "gone")).toBeNull()
  })

  it("moves down past a neighbour, by the place as it was before the move", () => {
    expect(order(moveBlock(LETTER, "a", root(3)))).toEqual(["cols", "c1", "c2", "d1", "b", "a", "foot"])
  })

  it("moves into a column and out of it", () => {
    const inside = moveBlock(LETTER, "b", column(1, 0))
    expect(placeOf(inside, "b")).toEqual(column(1, 0))
    expect(placeOf(moveBlock(inside, "b", root(0)), "b")).toEqual(root(0))
  })

  it("keeps columns and the footer out of columns", () => {
    expect(moveBlock(LETTER, "foot", column(0, 0))).toBe(LETTER)
    expect(moveBlock(LETTER, "cols", column(0, 0))).toBe(LETTER)
  })

  it("leaves everything as it is when a block is put where it stands", () => {
    expect(moveBlock(LETTER, "a", root(0))).toBe(LETTER)
    expect(moveBlock(LETTER, "a", root(1))).toBe(LETTER)
  })

  it("steps up and down and stops at the ends", () => {
    expect(order(stepBlock(LETTER, "c1", 1)).slice(2, 4)).toEqual(["c2", "c1"])
    expect(stepBlock(LETTER, "a", -1)).toBe(LETTER)
    expect(stepBlock(LETTER, "foot", 1)).toBe(LETTER)
  })

  it("duplicates with ids of its own, those of the columns too", () => {
    let n = 0
    const { blocks, copy } = duplicateBlock(LETTER, "cols", () => `n${++n}`)
    expect(new Set(order(blocks)).size).toBe(order(LETTER).length + 4)
    expect(placeOf(blocks, copy!.id)).toEqual(root(2))
  })

  it("neither loses nor doubles a block, wherever it is moved", () => {
    const place = fc.oneof(
      fc.record({ within: fc.constant(null), index: fc.nat(6) }),
      fc.record({ within: fc.record({ id: fc.constant("cols"), column: fc.nat(1) }), index: fc.nat(4) }),
    )
    const moves = fc.array(fc.tuple(fc.constantFrom(...order(LETTER)), place), { maxLength: 12 })
    fc.assert(
      fc.property(moves, (all) => {
        const end = all.reduce((blocks, [id, to]) => moveBlock(blocks, id, to), LETTER)
        expect(order(end).sort()).toEqual(order(LETTER).sort())
      }),
      { numRuns: 60 },
    )
  })

  it("inserts and removes without touching what was there", () => {
    const added = insertBlock(LETTER, blocksOf([divider("new")])[0]!, column(1, 1))
    expect(placeOf(added, "new")).toEqual(column(1, 1))
    expect(removeBlock(added, "new")).toEqual(LETTER)
  })
})

function blocksOf(blocks: unknown[]): Block[] {
  return (documentSchema.parse({ version: 2, kind: "blocks", blocks }) as BlocksDocument).blocks
}
