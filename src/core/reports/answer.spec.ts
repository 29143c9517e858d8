import { answerFindings, readyText, type AnswerFacts } from "./answer"
import { outboxRow } from "./outbox-row"
import { whyText } from "./why"

const at = new Date("2026-11-20T10:00:00Z")
const aMessage = (change: object = {}): AnswerFacts["messages"][number] => ({
  ...outboxRow({
    id: "m1",
    kind: "store_email",
    class: "tx",
    to_email: "ada@example.com",
    to_name: null,
    contact_id: null,
    subject: "Your order #7",
    status: "sent",
    reason: null,
    source_id: "mauto_order_receipt",
    source_name: "Order receipt",
    subject_kind: "order",
    subject_id: "order_7",
    is_test: false,
    planned_at: at,
    settled_at: at,
    is_tracked: false,
    is_copy_kept: true,
    pixel: "none",
    bounce_class: null,
    delivered_at: null,
    bounced_at: null,
    complained_at: null,
    unsubscribed_at: null,
    first_open_human_at: null,
    last_open_human_at: null,
    first_open_machine_at: null,
    first_click_human_at: null,
    ...change,
  }),
  server: { response: "250 2.0.0 queued as ABC", queue_id: "ABC" },
})
const order = { id: "order_7", display_id: 7, placed_at: "2026-11-20T09:59:00.000Z" }
const receipt = {
  id: "mauto_order_receipt",
  name: "Order receipt",
  isOn: true,
  switchedOnAt: "2026-01-01T00:00:00.000Z",
}
const nothing: AnswerFacts = {
  asked: { email: null, order: "7" },
  hasContact: true,
  orders: [order],
  messages: [],
  receipt,
  enrolments: [],
  decisions: [],
  typo: null,
  notReady: [],
}
const answer = (change: Partial<AnswerFacts>) =>
  answerFindings({ ...nothing, ...change }, whyText).map(({ key, sentence }) => [key, sentence] as const)

describe('"I did not get it" (F64)', () => {
  it("shows the server's reply and its queue id", () => {
    const [[key, sentence]] = answer({ messages: [aMessage()] }) as [readonly [string, string]]
    expect(key).toBe("sent")
    expect(sentence).toContain("queue id ABC")
  })
  it("says that it came back later", () => {
    expect(answer({ messages: [aMessage({ bounced_at: at, bounce_class: "hard" })] })[0]![0]).toBe("bounced")
  })
  it("gives the reason of a mail that our own rules kept back", () => {
    const dropped = aMessage({ status: "dropped", reason: "suppressed_hard_bounce" })
    expect(answer({ messages: [dropped] })[0]![1]).toContain("the mailbox does not exist")
  })
  it("knows why there is no mail at all: switched off", () => {
    expect(answer({ receipt: { ...receipt, isOn: false } })[0]![0]).toBe("automation_off")
  })
  it("… or from before the switch-on", () => {
    expect(answer({ receipt: { ...receipt, switchedOnAt: "2026-11-21T00:00:00.000Z" } })[0]![0]).toBe(
      "before_switch_on",
    )
  })
  it("… or not looked at yet", () => expect(answer({})[0]![0]).toBe("not_decided"))
  it("… or no such order", () => {
    expect(answer({ orders: [] })[0]).toEqual(["no_such_order", expect.stringContaining('"7"')])
  })
  it("… or nobody of that name", () => {
    const asked = { email: "eve@example.com", order: null }
    expect(answer({ asked, hasContact: false, orders: [] })[0]![0]).toBe("no_such_person")
  })
  it("… or an automation that ended without a mail", () => {
    const enrolments = [
      {
        automationId: receipt.id,
        name: "Order receipt",
        state: "done",
        outcome: "merchant_asked_for_silence",
        error: null,
        at: "2026-11-20T10:00:00.000Z",
      },
    ]
    expect(answer({ enrolments })).toEqual([["automation_ended", expect.stringContaining("no notification be sent")]])
  })
  it("says when Mailroom itself is not ready, and hints at a slip, before all else", () => {
    const findings = answer({ messages: [aMessage()], typo: "ada@gmail.com", notReady: ["No SMTP server."] })
    expect(findings.map(([key]) => key)).toEqual(["typo", "not_ready", "sent"])
  })
})

describe("the text for the customer", () => {
  it("says when it was sent, and where to look", () => {
    const text = readyText({ messages: [aMessage()], typo: null })
    expect(text).toContain("2026-11-20 10:00")
    expect(text).toContain("spam folder")
  })
  it("speaks of the shopper's own mail, not of the copy that went to the owner a moment later", () => {
    const copy = aMessage({ kind: "owner_copy", to_email: "owner@example.com", subject: "New order #7" })
    const text = readyText({ messages: [copy, aMessage()], typo: null })
    expect(text).toContain("Your order #7")
    expect(text).not.toContain("owner@example.com")
  })
  it("asks for another address when it was refused", () => {
    expect(readyText({ messages: [aMessage({ status: "failed" })], typo: null })).toContain("another address")
  })
  it("is honest when nothing was sent", () => {
    expect(readyText({ messages: [], typo: null })).toContain("not sent")
  })
})
