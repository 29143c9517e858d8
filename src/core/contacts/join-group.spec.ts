import { joinGroup, type GroupMember } from "./join-group"

const now = new Date("2026-11-21T12:00:00Z")
const ada: GroupMember = {
  hasAddress: true,
  marketing: "never_asked",
  topic: null,
  isSuppressed: false,
  hasLeft: false,
  country: "FR",
  lastOrderAt: null,
}
const said = { basis: "express_soi", agreedOn: now, now } as const

describe("subscribing a group to a topic", () => {
  it("takes who was never asked, marketing included", () =>
    expect(joinGroup(ada, said)).toEqual({ join: true, withMarketing: true, expiresAt: null }))

  it("adds the topic alone for who gets marketing already", () =>
    expect(joinGroup({ ...ada, marketing: "subscribed" }, said)).toMatchObject({ join: true, withMarketing: false }))

  it.each<[Partial<GroupMember>, string]>([
    [{ hasAddress: false }, "no_address"],
    [{ isSuppressed: true, marketing: "unsubscribed" }, "suppressed"],
    [{ marketing: "unsubscribed" }, "unsubscribed"],
    [{ hasLeft: true }, "unsubscribed"],
    [{ marketing: "subscribed", topic: "unsubscribed" }, "left_topic"],
    [{ marketing: "subscribed", topic: "subscribed" }, "already"],
  ])("never lifts a no: %j is skipped as %s", (change, reason) =>
    expect(joinGroup({ ...ada, ...change }, said)).toEqual({ join: false, reason }),
  )

  it("asks the person's country whether the basis holds", () => {
    expect(joinGroup(ada, { ...said, basis: "soft_opt_in" })).toEqual({ join: false, reason: "not_a_buyer" })
    expect(joinGroup({ ...ada, lastOrderAt: now }, { ...said, basis: "soft_opt_in" })).toMatchObject({ join: true })
  })
})
