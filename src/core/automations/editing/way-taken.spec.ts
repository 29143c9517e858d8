import { exitKey, START, TRIGGER, type Flow } from "./flow"
import { standsAt, wayTaken } from "./way-taken"

const node = (id: string, kind: string, exits: Record<string, string | null>) => ({ id, kind, settings: {}, exits })
const flow: Flow = {
  nodes: [
    node("days", "wait", { next: "asked" }),
    node("asked", "filter", { yes: "pause", no: "other" }),
    node("pause", "wait", { next: "mail" }),
    node("mail", "send_email", { sent: null, not_sent: null }),
    node("other", "send_email", { sent: "pause", not_sent: null }),
  ],
}
const exit = (id: string, name: string) => exitKey({ node: id, exit: name })
const begin = [TRIGGER, exitKey(START), "days"]

describe("the way that somebody took", () => {
  it("has only its beginning as long as nothing left a trace", () => {
    expect([...wayTaken(flow, [])]).toEqual(begin)
  })
  it("leads through steps that leave no trace", () => {
    expect([...wayTaken(flow, ["mail"])]).toEqual([
      ...begin,
      exit("days", "next"),
      "asked",
      exit("asked", "yes"),
      "pause",
      exit("pause", "next"),
      "mail",
    ])
  })
  it("takes the branch on which something left a trace", () => {
    const taken = wayTaken(flow, ["asked", "other", "mail"])
    expect(taken).toContain(exit("other", "sent"))
    expect(taken).not.toContain(exit("asked", "yes"))
  })
  it("keeps a step that the flow does not have any more", () => {
    expect(wayTaken(flow, ["gone"])).toContain("gone")
    expect([...wayTaken({ nodes: [] }, [])]).toEqual([TRIGGER, exitKey(START)])
  })
})

describe("where somebody stands", () => {
  it("is the wait for who has not come to the next step yet", () => {
    expect(standsAt(flow, { node: "asked", is_ahead: true })).toBe("days")
    expect(standsAt(flow, { node: "asked", is_ahead: false })).toBe("asked")
  })
  it("is the step itself where several waits lead to it", () => {
    const two = { nodes: [...flow.nodes, node("again", "wait_until", { next: "mail" })] }
    expect(standsAt(two, { node: "mail", is_ahead: true })).toBe("mail")
  })
})
