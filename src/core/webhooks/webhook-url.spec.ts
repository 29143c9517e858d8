import { webhookUrlProblem } from "./webhook-url"

describe("where a webhook may go", () => {
  it("is https, without a password and without what never arrives", () => {
    expect(webhookUrlProblem("https://example.com/hook?shop=1")).toBeNull()
    expect(webhookUrlProblem("http://example.com/hook")).toBe("must begin with https://")
    expect(webhookUrlProblem("ftp://example.com/hook")).toBe("must begin with https://")
    expect(webhookUrlProblem("https://me:secret@example.com")).toContain("no user name")
    expect(webhookUrlProblem("https://example.com/#a")).toContain("no # part")
    expect(webhookUrlProblem("example.com")).toContain("whole address")
    expect(webhookUrlProblem(`https://example.com/${"x".repeat(2000)}`)).toContain("at most")
  })

  it("is plain http for this machine alone, and only where the developer allows it", () => {
    expect(webhookUrlProblem("http://127.0.0.1:9000/hook")).toBe("must begin with https://")
    expect(webhookUrlProblem("http://127.0.0.1:9000/hook", { isLocalAllowed: true })).toBeNull()
    expect(webhookUrlProblem("http://10.0.0.1/hook", { isLocalAllowed: true })).toBe("must begin with https://")
  })
})
