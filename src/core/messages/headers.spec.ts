import { messageHeaders, type HeaderFacts } from "./headers"

const facts = (overrides: Partial<HeaderFacts> = {}): HeaderFacts => ({
  id: "0199a0de-0000-7000-8000-000000000001",
  class: "marketing",
  origin: "mailing",
  sourceId: "mmlg_1",
  mailDomain: "news.shop.example",
  firstAttemptAt: new Date("2026-11-21T10:00:00Z"),
  from: { name: "Shop", email: "hello@news.shop.example" },
  replyTo: "care@shop.example",
  to: { name: "Jo", email: "jo@example.com" },
  cc: [],
  subject: "Spring",
  shopName: "Café & Co",
  topic: { slug: "news", name: 'Frühlings "News"' },
  unsubscribeUrl: "https://shop.example/mailroom/u/AQ",
  ...overrides,
})
const headers = (overrides: Partial<HeaderFacts> = {}) => Object.fromEntries(messageHeaders(facts(overrides)))

describe("the headers of a newsletter", () => {
  it("carry the one-click unsubscribe (RFC 8058)", () => {
    expect(headers()).toMatchObject({
      "List-Unsubscribe": "<https://shop.example/mailroom/u/AQ>",
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      Precedence: "bulk",
    })
  })
  it("offer a mailbox beside the link where the shop reads one, and the link first", () => {
    expect(headers({ unsubscribeMailbox: "unsub+abc@bounce.shop.example" })["List-Unsubscribe"]).toBe(
      "<https://shop.example/mailroom/u/AQ>, <mailto:unsub+abc@bounce.shop.example>",
    )
  })
  it("name the list by topic, not by mailing (RFC 2919)", () => {
    expect(headers()["List-Id"]).toBe('"Fruhlings News" <news.cafe-co.news.shop.example>')
    expect(headers({ sourceId: "mmlg_2" })["List-Id"]).toBe(headers()["List-Id"])
  })
  it("carry a Feedback-ID of four different fields, a stable sender last and nothing about the recipient", () => {
    const fields = String(headers()["Feedback-ID"]).split(":")
    expect(new Set(fields).size).toBe(4)
    expect(fields[1]).toBe("news")
    expect(fields[3]).toMatch(/^[a-z0-9]{5,15}$/)
    const other = headers({ id: "0199a0de-0000-7000-8000-000000000002", to: { email: "al@example.com" } })
    expect(other["Feedback-ID"]).toBe(headers()["Feedback-ID"])
    expect(headers({ origin: "automation" })["Feedback-ID"]).toContain(":flow:")
  })
  it("are not marked as written by a machine", () => {
    expect(headers()).not.toHaveProperty("Auto-Submitted")
  })
})

describe("the headers of a receipt", () => {
  const receipt = { class: "tx", origin: "automation", topic: null, unsubscribeUrl: null } as const
  it("say that nobody typed it, and are not bulk", () => {
    expect(headers(receipt)).toMatchObject({
      "Auto-Submitted": "auto-generated",
      "X-Auto-Response-Suppress": "OOF, AutoReply",
    })
    for (const name of ["List-Unsubscribe", "List-Unsubscribe-Post", "List-Id", "Precedence"])
      expect(headers(receipt)).not.toHaveProperty(name)
  })
  it("ask Exchange for total silence when it is a notice of the system", () => {
    expect(headers({ ...receipt, class: "system" })["X-Auto-Response-Suppress"]).toBe("All")
  })
})

describe("every mail", () => {
  it("has the Message-ID and the Date of its first try, whenever it is built", () => {
    expect(headers()).toMatchObject({
      "Message-ID": "<0199a0de-0000-7000-8000-000000000001@news.shop.example>",
      Date: "Sat, 21 Nov 2026 10:00:00 +0000",
      "X-Mailroom-Id": "0199a0de-0000-7000-8000-000000000001",
    })
  })
  it("never shows who gets a blind copy", () => {
    expect(Object.keys(headers())).not.toContain("Bcc")
  })
})
