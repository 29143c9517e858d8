import { checklistOf, type ChecklistFacts, type CountedPeople } from "./checklist"

const ready: ChecklistFacts = {
  kind: "newsletter",
  subject: "New in November",
  preheader: "Three lamps and a chair",
  content: [],
  topic: { name: "Newsletters", isArchived: false },
  audience: null,
  sender: { fromEmail: "news@shop.example", postalAddress: "1 Main Street" },
  limits: { perSecond: null, perHour: null, perDay: null },
  window: null,
  isTooLate: false,
  host: null,
  before: {
    fromEmail: "news@shop.example",
    links: { all: 2, dead: 0 },
    test: { messageId: "1", status: "sent", isOlder: false, isLookedAt: true },
    spam: { points: 0, level: "fine", is_held: false, limit: 10, override: null },
    preflight: { state: "done", is_old: false, done: 120, total: 120, affected: 0 },
  },
  findings: [],
}
const everybody = { members: 120, recipients: 120 }
const failing = (change: Partial<ChecklistFacts>, people: CountedPeople | null = everybody) =>
  checklistOf({ ...ready, ...change }, people).items.filter(({ ok }) => ok === false)

describe("the checklist", () => {
  it("lets a mailing go to which nothing is missing", () => {
    expect(checklistOf(ready, everybody)).toMatchObject({ can_send: true, recipients: 120 })
    expect(failing({})).toEqual([])
  })

  it.each([
    ["subject", { subject: "  " }],
    ["subject", { subject: "x".repeat(300) }],
    ["content", { content: [{ block: null, problem: "empty" }] }],
    ["content", { content: [{ block: 2, problem: "button_without_link" }] }],
    ["topic", { topic: null }],
    ["topic", { topic: { name: "Old", isArchived: true } }],
    ["audience", { kind: "targeted", audience: { key: "nobody_chosen" } }],
    ["audience", { kind: "serial", audience: { key: "too_many_picked", picked: 151, most: 150 } }],
    ["audience", { kind: "targeted", audience: { key: "in_and_out", segmentId: "mseg_1", segmentName: "Boots" } }],
    ["sender", { sender: null }],
    ["postal_address", { sender: { fromEmail: "news@shop.example", postalAddress: " " } }],
  ] as [string, Partial<ChecklistFacts>][])("holds it back by %s, and says the way out", (key, change) => {
    expect(checklistOf({ ...ready, ...change }, everybody).can_send).toBe(false)
    expect(failing(change).find((one) => one.key === key)).toMatchObject({
      severity: "blocks",
      way_out: expect.any(String),
    })
  })

  it("counts who gets it, and lets go what nobody could count in time", () => {
    const recipients = (people: CountedPeople | null) =>
      checklistOf(ready, people).items.find(({ key }) => key === "recipients")
    expect(recipients({ members: 9, recipients: 0 })).toMatchObject({ ok: false, severity: "blocks" })
    expect(recipients({ members: 9, recipients: 7 })?.sentence).toBe(
      "7 of 9 people get it; the others fall out, each for a reason.",
    )
    expect(checklistOf(ready, { members: null, recipients: null })).toMatchObject({ can_send: true, recipients: null })
    expect(recipients(null)).toBeUndefined()
  })

  it("says beforehand how many days it takes, and what the host will take", () => {
    const limits = { perSecond: null, perHour: null, perDay: 2_000 }
    const many = { members: 12_000, recipients: 12_000 }
    expect(failing({ limits }, many)).toMatchObject([
      { key: "duration", severity: "warning", sentence: "At your limits this takes 6 days." },
    ])
    expect(failing({ limits }, { members: 2_000, recipients: 2_000 })).toEqual([])
    const host = { name: "Gmail", perDay: 500 }
    expect(failing({ host }, many)).toMatchObject([{ key: "host_limit", sentence: expect.stringContaining("24 days") }])
    expect(failing({ host }, { members: 500, recipients: 500 })).toEqual([])
    expect(failing({ host, limits: { ...limits, perDay: 400 } }, many)).toMatchObject([{ key: "duration" }])
    expect(checklistOf({ ...ready, host }, many).can_send).toBe(true)
  })

  it("asks for a topic only where the topic is whom it goes to", () => {
    expect(failing({ kind: "targeted", topic: null })).toEqual([])
    expect(failing({ kind: "targeted", topic: { name: "Old", isArchived: true } })).toMatchObject([{ key: "topic" }])
  })

  it("names the place of what is unfinished, and lets a picture without words go", () => {
    const two = {
      content: [
        { block: 3, problem: "button_without_link" as const },
        { block: 4, problem: "empty" as const },
      ],
    }
    expect(failing(two)[0]!.sentence).toBe("Block 3: A button leads nowhere. (and 1 more)")
    const picture = { content: [{ block: 1, problem: "picture_without_alt" as const }] }
    expect(checklistOf({ ...ready, ...picture }, everybody).can_send).toBe(true)
  })

  it("says what keeps Mailroom from sending at all", () => {
    const finding = {
      key: "smtp_failed",
      severity: "blocks" as const,
      sentence: "The server said no.",
      way_out: "Check it.",
    }
    expect(checklistOf({ ...ready, findings: [finding] }, everybody)).toMatchObject({ can_send: false })
    expect(failing({ findings: [{ ...finding, severity: "warning" }] })).toMatchObject([{ severity: "warning" }])
  })
})
