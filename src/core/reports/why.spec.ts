import { REASONS } from "../messages/states"
import { WHY, whyText } from "./why"

describe("why a mail was not sent (F49)", () => {
  it.each(Object.values(REASONS).flat())("%s has a sentence of its own", (reason) => {
    expect(whyText(reason)).toMatch(/^[A-Z].{15,}\.$/)
    expect(Object.values(WHY).filter((sentence) => sentence === whyText(reason))).toHaveLength(1)
  })
  it("is nothing for a mail that went", () => expect(whyText(null)).toBeNull())
})
