import { emailState, emailStateText, type EmailStateFacts } from "./email-state"

const ada: EmailStateFacts = {
  isErased: false,
  email: "ada@example.com",
  marketing: "subscribed",
  suppressions: [],
  isFaded: false,
}
const bounce = { scope: "all", reason: "hard_bounce" }
const complaint = { scope: "marketing", reason: "complaint" }
const manual = { scope: "all", reason: "manual" }

describe("the e-mail state of a person (F45)", () => {
  it.each<[Partial<EmailStateFacts>, string]>([
    [{}, "active"],
    [{ isFaded: true }, "inactive"],
    [{ isFaded: true, marketing: "unsubscribed" }, "unsubscribed"],
    [{ marketing: null }, "never_asked"],
    [{ marketing: "pending" }, "pending"],
    [{ marketing: "unsubscribed" }, "unsubscribed"],
    [{ suppressions: [{ scope: "marketing", reason: "unsubscribed" }], marketing: "unsubscribed" }, "unsubscribed"],
    [{ suppressions: [bounce] }, "bounced"],
    [{ suppressions: [{ scope: "all", reason: "soft_bounces" }] }, "bounced"],
    [{ suppressions: [complaint] }, "complained"],
    [{ suppressions: [manual] }, "blocked"],
    [{ suppressions: [complaint, manual] }, "blocked"],
    [{ suppressions: [complaint, manual, bounce] }, "bounced"],
    [{ suppressions: [{ scope: "topic", reason: "manual" }] }, "active"],
    [{ email: null }, "no_address"],
    [{ email: null, isErased: true }, "erased"],
  ])("%j is %s", (change, state) => expect(emailState({ ...ada, ...change })).toBe(state))

  it("says why mail is stopped", () => {
    expect(emailStateText({ ...ada, suppressions: [bounce] })).toContain("does not exist")
    expect(emailStateText({ ...ada, suppressions: [{ scope: "all", reason: "soft_bounces" }] })).toContain("again")
    expect(emailStateText({ ...ada, suppressions: [complaint] })).toContain("spam")
    expect(emailStateText(ada)).toContain("marketing mail")
  })
})
