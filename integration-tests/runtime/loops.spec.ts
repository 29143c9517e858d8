import type { Log } from "../../src/modules/mailroom/mailroom"
import type { Loop } from "../../src/runtime/loop"
import { periodic } from "../../src/runtime/periodic"
import { startRuntime } from "../../src/runtime/start"
import { Supervisor } from "../../src/runtime/supervisor"
import { openMailroom } from "../support/database"

type Opened = Awaited<ReturnType<typeof openMailroom>>

const aLoop = (overrides: Partial<Loop>): Loop => ({
  name: "a loop",
  roles: ["worker", "shared"],
  everyMs: 1,
  turn: async () => "idle",
  ...overrides,
})

function aLog() {
  const lines: string[] = []
  const log: Log = { info: (m) => lines.push(m), warn: (m) => lines.push(m), error: (m) => lines.push(m) }
  return { log, lines }
}

describe("the runtime", () => {
  let opened: Opened
  beforeAll(async () => {
    opened = await openMailroom({ runtime: "manual" })
  })
  afterAll(() => opened.close())

  it("goes on with a loop that throws, and does not stop the others", async () => {
    const { log, lines } = aLog()
    let others = 0
    let calls = 0
    let recover: () => void = () => undefined
    const recovered = new Promise<void>((resolve) => (recover = resolve))
    const broken = aLoop({
      name: "broken",
      turn: async () => {
        calls += 1
        if (calls === 1) throw new Error("the first turn fails")
        recover()
        return "idle"
      },
    })
    let goOn: () => void = () => undefined
    const wentOn = new Promise<void>((resolve) => (goOn = resolve))
    const fine = aLoop({
      name: "fine",
      turn: async () => {
        others += 1
        if (others > 1) goOn()
        return "idle"
      },
    })
    const supervisor = new Supervisor([broken, fine], log)
    supervisor.start()
    await Promise.all([recovered, wentOn])
    await supervisor.stop()
    expect(lines[0]).toContain("broken failed (1 in a row)")
    expect(others).toBeGreaterThan(1)
  })

  it("awaits the turn in flight when it stops, then lets go", async () => {
    const order: string[] = []
    let release: () => void = () => undefined
    const slow = aLoop({
      turn: async () => {
        await new Promise<void>((resolve) => (release = resolve))
        order.push("turn ended")
        return "idle"
      },
      stop: async () => void order.push("let go"),
    })
    const supervisor = new Supervisor([slow], aLog().log)
    supervisor.start()
    const stopped = supervisor.stop().then(() => order.push("stopped"))
    await new Promise(setImmediate)
    order.push("still in flight")
    release()
    await stopped
    expect(order).toEqual(["still in flight", "turn ended", "let go", "stopped"])
  })

  it("runs only the loops of its role", async () => {
    const ran: string[] = []
    const loop = (name: string, roles: Loop["roles"]) =>
      aLoop({ name, roles, turn: async () => (ran.push(name), "idle") })
    const loops = [loop("requests", ["server"]), loop("sending", ["worker", "shared"])]
    const runtime = startRuntime(opened.mailroom, { role: "server", loops })
    await runtime.drain()
    expect(new Set(ran)).toEqual(new Set(["requests"]))
    await runtime.stop()
  })

  it("drains until nothing follows from what was done", async () => {
    let queue = 3
    const done: number[] = []
    const consumer = aLoop({ turn: async () => (queue > 0 ? (done.push(queue--), "more") : "idle") })
    const producer = aLoop({
      name: "producer",
      turn: async () => {
        if (done.length === 3) queue = 2
        return "idle"
      },
    })
    const runtime = startRuntime(opened.mailroom, { role: "shared", loops: [consumer, producer] })
    await runtime.drain()
    expect(done).toEqual([3, 2, 1, 2, 1])
    await runtime.stop()
  })

  it("does not drain for ever beside a loop that begins anew each time, and names it", async () => {
    let turns = 0
    const tireless = aLoop({ name: "tireless", turn: async () => (turns++ % 2 === 0 ? "more" : "idle") })
    const supervisor = new Supervisor([tireless], aLog().log)
    await expect(supervisor.drain()).rejects.toThrow("tireless always has more to do")
  })

  it("beats into a row per loop, and leaves none behind when it stops", async () => {
    const runtime = startRuntime(opened.mailroom, { role: "shared", loops: [aLoop({ name: "quiet" })] })
    await runtime.drain()
    const beats = () =>
      opened.mailroom.db.query({ text: "SELECT loop, role FROM mailroom.heartbeat ORDER BY 1", values: [] })
    expect(await beats()).toEqual([
      { loop: "heartbeat", role: "shared" },
      { loop: "quiet", role: "shared" },
    ])
    await runtime.stop()
    expect(await beats()).toEqual([])
  })
})

describe("periodic work", () => {
  let opened: Opened
  beforeAll(async () => {
    opened = await openMailroom({ runtime: "manual" })
  })
  afterAll(() => opened.close())

  it("runs in one process of several at a time, and not before it is due again", async () => {
    let runs = 0
    const make = () => periodic(opened.mailroom, "counting", 60_000, async () => ((runs += 1), "idle"))
    await Promise.all([make().turn(), make().turn(), make().turn()])
    await make().turn()
    expect(runs).toBe(1)
    await make().turn({ ignoreSchedule: true })
    expect(runs).toBe(2)
  })

  it("keeps its watermarks, and what was saved when it fails", async () => {
    const seen: unknown[] = []
    const loop = periodic(opened.mailroom, "watermarks", 0, async ({ state, save }) => {
      seen.push(state.page ?? 0)
      state.page = Number(state.page ?? 0) + 1
      await save()
      state.page = 99
      if (seen.length === 2) throw new Error("the shop does not answer")
      state.page = seen.length
      return "idle"
    })
    await loop.turn({ ignoreSchedule: true })
    await expect(loop.turn({ ignoreSchedule: true })).rejects.toThrow("does not answer")
    await loop.turn({ ignoreSchedule: true })
    expect(seen).toEqual([0, 1, 2])
    const [task] = await opened.mailroom.db.query({
      text: "SELECT last_error FROM mailroom.periodic_task WHERE name = 'watermarks'",
      values: [],
    })
    expect(task).toEqual({ last_error: null })
  })
})
