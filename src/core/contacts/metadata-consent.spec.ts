import { metadataConsent } from "./metadata-consent"

const read = (said: unknown) => metadataConsent({ mailroom_consent: said, other: 1 })

describe("what a checkout box said", () => {
  it("is read with its words", () => {
    expect(
      read({ marketing: true, topics: ["news", 7], tracking: "false", wording: " Yes, please. ", locale: "de-AT" }),
    ).toEqual({
      marketing: true,
      topics: ["news"],
      tracking: false,
      wording: "Yes, please.",
      locale: "de-AT",
      pageUrl: null,
    })
  })

  it("tells of SMS only where something was said about it", () => {
    expect(read({ sms: true, phone: "0664 1234567", wording: "Text me" })).toMatchObject({
      marketing: null,
      sms: true,
      phone: "0664 1234567",
    })
    expect(Object.keys(read({ marketing: true })!)).not.toContain("sms")
  })

  it("may be a plain yes or no", () => {
    expect(read(true)).toMatchObject({ marketing: true, wording: null })
    expect(read(false)).toMatchObject({ marketing: false })
  })

  it("says nothing when it cannot be understood", () => {
    for (const said of [undefined, null, "yes", 1, [], {}, { marketing: "perhaps" }]) expect(read(said)).toBeNull()
    expect(metadataConsent(null)).toBeNull()
  })
})
