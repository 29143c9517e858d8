import { z } from "zod"
import { effectLoop } from "../../src/runtime/effects/effect-loop"
import { openMailroom } from "../support/database"
import { anEffect, effectState, endLease, makeDue } from "../support/effects"

type Opened = Awaited<ReturnType<typeof openMailroom>>

describe("an action of the shop's own code (F11)", () => {
  let opened: Opened
  beforeEach(async () => {
    opened = await openMailroom()
    await opened.mailroom.automations.ensureBuiltins({ storeHasOrders: false })
  })
  afterEach(() => opened.close())

  const run = () => effectLoop(opened.mailroom).turn()
  const credited: { points: number; key: string }[] = []
  const register = ({ isRepeatable = true, fails = 0 } = {}) => {
    credited.length = 0
    let left = fails
    opened.mailroom.ownActions.register({
      id: "credit_points",
      label: "Credit points",
      settings: z.object({ points: z.coerce.number().int().positive() }),
      isRepeatable,
      run: async ({ settings, key }) => {
        if (left-- > 0) throw new Error("The loyalty server is away.")
        credited.push({ points: settings.points, key })
        return { balance: settings.points }
      },
    })
  }
  const step = (settings: object) => anEffect(opened.mailroom, "own_action", { actionId: "credit_points", settings })

  it("runs with its settings, and what it gives is kept", async () => {
    register()
    const id = await step({ points: "50" })
    await run()
    expect(await effectState(opened.mailroom, id)).toMatchObject({ state: "done", answer: { balance: 50 } })
    expect(credited).toEqual([{ points: 50, key: expect.stringMatching(/^test:/) }])
    expect(opened.mailroom.ownActions.list()).toMatchObject([{ id: "credit_points", label: "Credit points" }])
  })

  it("is tried again with the same key when it may be repeated, and stays in doubt when it may not", async () => {
    register({ fails: 1 })
    const id = await step({ points: 5 })
    await run()
    expect(await effectState(opened.mailroom, id)).toMatchObject({ state: "pending" })
    await makeDue(opened.mailroom, id)
    await run()
    expect(await effectState(opened.mailroom, id)).toMatchObject({ state: "done", attempts: 2 })

    register({ fails: 1, isRepeatable: false })
    const once = await step({ points: 5 })
    await run()
    await run()
    expect(await effectState(opened.mailroom, once)).toMatchObject({ state: "in_doubt" })
    expect(credited).toEqual([])
  })

  it("is in doubt, not repeated, when the process died while it ran", async () => {
    register({ isRepeatable: false })
    const id = await step({ points: 5 })
    await opened.mailroom.db.query({
      text: "UPDATE mailroom.effect SET handed_at = mailroom.now() WHERE id = $1",
      values: [id],
    })
    await endLease(opened.mailroom, id)
    await run()
    expect(await effectState(opened.mailroom, id)).toMatchObject({ state: "in_doubt" })
    expect(credited).toEqual([])
  })

  it("fails by name when the code is gone or the settings do not fit", async () => {
    const gone = await step({ points: 5 })
    await run()
    expect(await effectState(opened.mailroom, gone)).toMatchObject({ state: "failed" })
    register()
    const wrong = await step({ points: -1 })
    await run()
    expect((await effectState(opened.mailroom, wrong)).last_error).toContain("own_action_settings")
    expect(() => opened.mailroom.ownActions.register({ id: "X" } as never)).toThrow("registerAction: id")
  })
})
