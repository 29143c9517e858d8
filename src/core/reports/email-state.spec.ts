import { emailState, emailStateText, type EmailStateFacts } from "./email-state"

const ada: EmailStateFacts = { isErased: false, email: "ada@example.com", marketing: "subscribed", suppressions: [] }

describe("the e-mail state of a person (F45)", () => {
  it.each<[Partial<EmailStateFacts>, string]>([
    [{}, "subscribed"],
    [{ marketing: null }, "never_asked"],
    [{ marketing: "unsubscribed" }, "unsubscribed"],
    [{ suppressions: [{ scope: "marketing", reason: "unsubscribed" }], marketing: "unsubscribed" }, "unsubscribed"],
    [{ suppressions: [{ scope: "all", reason: "hard_bounce" }] }, "suppressed"],
    [{ suppressions: [{ scope: "topic", reason: "manual" }] }, "subscribed"],
    [{ email: null }, "no_address"],
    [{ email: null, isErased: true }, "erased"],
  ])("%j is %s", (change, state) => expect(emailState({ ...ada, ...change })).toBe(state))

  it("says why mail is stopped", () => {
    const suppressions = [{ scope: "all", reason: "hard_bounce" }]
    expect(emailStateText({ ...ada, suppressions })).toContain("does not exist")
    expect(emailStateText(ada)).toContain("marketing mail")
  })
})
