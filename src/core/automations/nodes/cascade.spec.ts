import { automationSettingsSchema } from "../automation-settings"
import { knowFrom, questionKey, type MailState, type Question } from "../questions"
import { cascade } from "./cascade"

const now = new Date("2026-11-22T12:00:00Z")
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000)

const settings = cascade.settings.parse({
  channels: [
    { channel: "email", template: "offer", reachedWhen: "clicked", withinHours: 12 },
    { channel: "sms", text: "Look" },
  ],
})
const mail = (overrides: Partial<MailState> = {}): MailState => ({
  status: "sent",
  reason: null,
  isDelivered: false,
  isOpened: false,
  isClicked: false,
  sentAt: hoursAgo(1),
  ...overrides,
})

/** Undefined: not asked; null: there is none. */
function decide({ rested = 1, mailed, texted }: { rested?: number; mailed?: MailState | null; texted?: unknown }) {
  const asked: [Question, unknown][] = [
    [{ about: "occurrence" }, {}],
    [{ about: "mail_state", node: "n", visit: 3 }, mailed],
    [{ about: "effect_state", node: "n", visit: 3, what: "send_sms" }, texted],
  ]
  return cascade.decide({
    node: { id: "n", exits: {} },
    settings,
    entrant: { id: "e1", contactId: "c1", enteredAt: now, visit: 3, rested },
    automation: { id: "mauto_x", settings: automationSettingsSchema.parse({}) },
    know: knowFrom(new Map(asked.map(([question, answer]) => [questionKey(question), answer]))),
    now,
  })
}

describe("a cascade", () => {
  it("begins with its first channel, whatever an earlier visit did", () => {
    expect(decide({ rested: 0, mailed: mail({ isClicked: true }) })).toMatchObject({
      wait: expect.any(Date),
      effects: [{ kind: "mail_shopper", settings: { template: "offer", class: "marketing" } }],
    })
  })

  it("asks before it knows", () => {
    expect(decide({})).toEqual({ ask: [{ about: "mail_state", node: "n", visit: 3 }] })
  })

  it("waits for the mail as long as it has time, and ends when it reached", () => {
    expect(decide({ mailed: mail() })).toEqual({ wait: new Date("2026-11-22T12:05:00Z") })
    expect(decide({ mailed: mail({ status: "queued", sentAt: null }) })).toMatchObject({ wait: expect.any(Date) })
    expect(decide({ mailed: mail({ isOpened: true, isClicked: true }) })).toMatchObject({ go: "reached" })
  })

  it.each<[string, MailState, string]>([
    ["was not clicked in time", mail({ sentAt: hoursAgo(12), isOpened: true }), "mail_did_not"],
    ["could not be sent", mail({ status: "dropped", reason: "unsubscribed", sentAt: null }), "unsubscribed"],
  ])("texts when the mail %s, and says why", (_, mailed, reason) => {
    expect(decide({ mailed, texted: null })).toMatchObject({
      effects: [
        { kind: "decision", reason, saw: { channel: "email" } },
        { kind: "outside", what: "send_sms", recipient: "sms", settings: { text: "Look", class: "marketing" } },
      ],
    })
  })

  it("ends when the last channel is through", () => {
    const late = mail({ sentAt: hoursAgo(13) })
    expect(decide({ mailed: late, texted: { state: "pending", answer: null } })).toMatchObject({
      wait: expect.any(Date),
    })
    expect(decide({ mailed: late, texted: { state: "in_doubt", answer: null } })).toMatchObject({ go: "reached" })
    expect(decide({ mailed: late, texted: { state: "skipped", answer: null, why: "no_phone" } })).toMatchObject({
      go: "not_reached",
      effects: [{ reason: "no_phone", saw: { channel: "sms" } }],
    })
  })

  it("has each channel once", () => {
    const twice = { channels: [{ channel: "sms", text: "a" }, { channel: "sms", text: "b" }] } // prettier-ignore
    expect(cascade.settings.safeParse(twice).success).toBe(false)
  })
})
