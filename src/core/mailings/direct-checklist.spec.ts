import type { ChecklistFacts } from "./checklist"
import { directChecklist } from "./direct-checklist"

const facts = {
  kind: "direct",
  subject: "Your lamp",
  preheader: "",
  content: [],
  topic: null,
  audience: null,
  sender: { fromEmail: "care@shop.example", postalAddress: null },
  findings: [{ key: "dkim", severity: "blocks_marketing", sentence: "No DKIM.", way_out: "Set it up." }],
} as unknown as ChecklistFacts
const ada = { name: "Ada", email: "ada@example.com", refusal: null }

describe("before a direct mail goes", () => {
  it("asks for a subject, words and an address, and for nothing that only marketing needs", () => {
    const { can_send, recipients, items } = directChecklist(facts, ada)
    expect({ can_send, recipients }).toEqual({ can_send: true, recipients: 1 })
    expect(items.map(({ key }) => key)).toEqual(["subject", "content", "person", "sender"])
    expect(items[2]!.sentence).toBe("It goes to Ada, ada@example.com.")
  })

  it("does not go to who has no address, or may not be written to", () => {
    const without = directChecklist(facts, { ...ada, email: null })
    expect(without).toMatchObject({ can_send: false, recipients: 0 })
    const refused = directChecklist(facts, { ...ada, refusal: "suppressed_manual" })
    expect(refused.items.find(({ key }) => key === "person")).toMatchObject({
      ok: false,
      sentence: "Nothing may be sent to ada@example.com.",
    })
  })
})
