import { classifyReply } from "./classify-reply"

const at = (command: string, reply: string) => classifyReply({ command, reply, code: Number(reply.slice(0, 3)) })

describe("classifyReply: hard bounces, which suppress at once", () => {
  it.each([
    ["550 5.1.1 <a@b.c> user unknown", "userunknown"],
    ["550-5.1.1 The email account that you tried to reach does not exist", "userunknown"],
    ["550 5.1.2 bad destination system", "hostunknown"],
    ["551 5.1.6 mailbox has moved", "hasmoved"],
    ["556 5.1.10 null MX", "notaccept"],
    ["550 No such user here", "userunknown"],
  ])("%s", (reply, diagnosis) => {
    expect(at("RCPT TO", reply)).toMatchObject({
      at: "recipient",
      bounce: "hard",
      diagnosis,
      isPermanent: true,
      reason: "refused_recipient",
    })
  })

  it("is never made by a 5xx alone", () => {
    expect(at("RCPT TO", "550 rejected")).toMatchObject({ bounce: "soft", isPermanent: true, isCountable: false })
  })
  it("is never made by a 4xx", () => {
    expect(at("RCPT TO", "450 4.1.6 moved")).toMatchObject({ bounce: null, isPermanent: false })
  })
  it("is never made after DATA: what is refused there is the mail, not the mailbox", () => {
    expect(at("DATA", "550 5.1.1 go away")).not.toMatchObject({ bounce: "hard" })
  })
})

describe("classifyReply: soft and blocked", () => {
  it.each([
    ["552 5.2.2 mailbox full", "mailboxfull", true],
    ["550 5.2.1 disabled", "filtered", true],
    ["550 5.3.0 system error", "systemerror", false],
    ["554 5.4.0 routing", "systemerror", false],
  ])("%s", (reply, diagnosis, isCountable) => {
    expect(at("RCPT TO", reply)).toMatchObject({ bounce: "soft", diagnosis, isCountable })
  })

  it.each([
    ["DATA", "550 5.7.26 unauthenticated mail is prohibited", "refused_policy"],
    ["DATA", "550 5.7.515 Access denied", "refused_policy"],
    ["RCPT TO", "550 5.7.1 blocked", "refused_policy"],
    ["DATA", "554 5.6.0 bad content", "refused_content"],
    ["MAIL FROM", "552 5.3.4 too big", "refused_content"],
    ["DATA", "554 transaction failed", "refused_content"],
  ])("after %s: %s is a block, which never suppresses", (command, reply, reason) => {
    expect(at(command, reply)).toMatchObject({ bounce: "block", reason, isPermanent: true })
  })

  it.each(["450 4.2.0 greylisted", "451 try later", "452 4.3.1 storage", "421 4.7.28 rate limited"])(
    "%s after RCPT TO comes again and slows the domain",
    (reply) => {
      expect(at("RCPT TO", reply)).toMatchObject({ isPermanent: false, bounce: null, slowsDomain: true })
    },
  )

  it("heeds the time that the server names", () => {
    expect(at("RCPT TO", "450 4.7.1 greylisted, try again in 300 seconds").retryAfterMs).toBe(310_000)
    expect(at("RCPT TO", "450 come back in 5 minutes").retryAfterMs).toBe(310_000)
    expect(at("RCPT TO", "450 later").retryAfterMs).toBeNull()
  })
})

describe("classifyReply: what concerns every message waits in the queue", () => {
  it.each([
    ["CONN", "421 too many connections", false],
    ["CONN", "554 5.7.1 your address is listed", true],
    ["EHLO", "500 what", true],
    ["AUTH PLAIN", "535 5.7.8 bad credentials", true],
    ["AUTH PLAIN", "454 4.7.0 temporary", false],
    ["MAIL FROM", "421 closing", false],
    ["DATA", "421 4.3.2 shutting down", false],
    ["RCPT TO", "530 5.7.0 authentication required", true],
  ])("after %s: %s", (command, reply, needsMerchant) => {
    expect(at(command, reply)).toMatchObject({ at: "transport", isPermanent: false, bounce: null, needsMerchant })
  })

  it("takes a refused sender for the shop's fault, not the message's", () => {
    expect(at("MAIL FROM", "553 5.1.8 sender domain unknown")).toMatchObject({
      at: "sender",
      isPermanent: false,
      needsMerchant: true,
    })
  })

  it.each([
    ["ECONNECTION", "connectionlost", false],
    ["ETIMEDOUT", "connectionlost", false],
    ["ETLS", "tls", true],
    ["EDNS", "dns", true],
    ["EAUTH", "credentials", true],
  ])("%s without a reply", (errorCode, diagnosis, needsMerchant) => {
    expect(classifyReply({ errorCode, command: "CONN" })).toMatchObject({ at: "transport", diagnosis, needsMerchant })
  })
})
