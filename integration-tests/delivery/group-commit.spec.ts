import { GroupCommit } from "../../src/runtime/group-commit"

describe("gathered writes", () => {
  const answer = (write: Promise<string>) => write.catch((error: Error) => error.message)

  it("cost one statement for all that comes at once", async () => {
    const batches: number[][] = []
    const writes = new GroupCommit(async (items: number[]) => {
      batches.push(items)
      return items.map((n) => `wrote ${n}`)
    })
    expect(await Promise.all([1, 2, 3].map((n) => writes.add(n)))).toEqual(["wrote 1", "wrote 2", "wrote 3"])
    expect(batches).toEqual([[1, 2, 3]])
  })

  it("do not fail together for one item that the database refuses", async () => {
    const writes = new GroupCommit(async (items: number[]) => {
      if (items.includes(5)) throw new Error("5 cannot be stored")
      return items.map((n) => `wrote ${n}`)
    })
    const answers = await Promise.all(Array.from({ length: 8 }, (_, n) => answer(writes.add(n))))
    expect(answers.filter((one) => one.startsWith("wrote"))).toHaveLength(7)
    expect(answers[5]).toBe("5 cannot be stored")
  })

  it("are not tried one by one while the database is away", async () => {
    let statements = 0
    const writes = new GroupCommit(async (): Promise<string[]> => {
      statements += 1
      throw Object.assign(new Error("away"), { code: "ECONNREFUSED" })
    })
    expect(await Promise.all([1, 2, 3, 4].map((n) => answer(writes.add(n))))).toEqual(["away", "away", "away", "away"])
    expect(statements).toBe(1)
  })
})
