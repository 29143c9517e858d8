import { runKills } from "./kill-run"

describe("a newsletter whose workers are killed", () => {
  it("reaches everybody at most once, and whoever is unsure is shown", async () => {
    const result = await runKills({ kills: 4, messages: 400, seed: 7 })
    expect(result).toMatchObject({ lost: 0, duplicates: 0 })
    expect(result.accepted + result.in_doubt).toBeGreaterThanOrEqual(400)
    expect(result.in_doubt).toBeLessThanOrEqual(result.kills * result.connections)
    expect(result.max_in_doubt_per_kill).toBeLessThanOrEqual(result.connections)
  }, 300_000)
})
