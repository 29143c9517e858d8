import { preflightFindings, type CheckedMail } from "./preflight-findings"

const fine: CheckedMail = {
  html: `<a href="https://shop.example/new">New</a><a href="#top">Up</a><img src="https://cdn.example/a.png" alt="">`,
  text: "New lamps",
  bytes: 9_000,
  blankTags: [],
  deadTargets: [],
  unpriced: 0,
  spamPoints: 4,
}
const keysOf = (change: Partial<CheckedMail>) => preflightFindings({ ...fine, ...change }).map(({ key }) => key)

describe("the preflight of one mail", () => {
  it("finds nothing in one that is in order", () => {
    expect(preflightFindings(fine)).toEqual([])
  })

  it.each([
    ["no_text", { text: " \n" }],
    ["dead_link", { html: `<a class="b" href="#">Look</a>` }],
    ["dead_link", { html: `<a href="">Look</a>` }],
    ["dead_link", { html: `<a href="https://[shop">Look</a>` }],
    ["dead_link", { html: `<a href="shop.example/new">Look</a>` }],
    ["dead_link", { deadTargets: ["https://"] }],
    ["missing_picture", { html: `<img alt="" src="">` }],
    ["missing_picture", { html: `<img src="/static/lamp.png">` }],
    ["no_price", { unpriced: 2 }],
    ["blank_tag", { blankTags: ["contact.firstName"] }],
    ["too_large", { bytes: 102 * 1024 + 1 }],
    ["spam", { spamPoints: 5 }],
  ] as [string, Partial<CheckedMail>][])("finds %s", (key, change) => {
    expect(keysOf(change)).toEqual([key])
  })

  it("takes addresses of mail, telephone and embedded pictures for what they are", () => {
    const html = `<a href="mailto:help@shop.example">Write</a><a href="tel:+4930">Call</a><img src="cid:logo"><img src="data:image/png;base64,AA">`
    expect(keysOf({ html })).toEqual([])
  })

  it("says which tag, which address, how much", () => {
    const found = preflightFindings({ ...fine, blankTags: ["contact.firstName", "contact.lastName"], bytes: 120_000 })
    expect(found.map(({ detail }) => detail)).toEqual(["contact.firstName, contact.lastName", "118"])
  })
})
