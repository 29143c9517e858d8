import { campaignOf, utmOf, withUtm, type UtmParameters } from "./utm"

const DEFAULTS = { isOn: true, source: "newsletter", medium: "email" }
const own = (change = {}) => ({ is_on: true, source: "", medium: "", campaign: "", content: "", ...change })

describe("UTM parameters", () => {
  it("come from the settings unless the mailing says otherwise, the campaign from its name or subject", () => {
    const mailing = { name: null, subject: "Spring Sale – 20 % off, {{ contact.firstName }}" }
    expect(utmOf({ ...mailing, utm: null }, DEFAULTS)).toEqual([
      ["utm_source", "newsletter"],
      ["utm_medium", "email"],
      ["utm_campaign", "spring-sale-20-off"],
    ])
    expect(utmOf({ ...mailing, utm: own({ source: "shop", content: "a" }) }, { ...DEFAULTS, isOn: false })).toEqual([
      ["utm_source", "shop"],
      ["utm_medium", "email"],
      ["utm_campaign", "spring-sale-20-off"],
      ["utm_content", "a"],
    ])
    expect(campaignOf({ name: "Größe & mehr", subject: "" })).toBe("größe-mehr")
  })

  it("are off by the settings, or by the mailing", () => {
    const mailing = { name: "N", subject: "S" }
    expect(utmOf({ ...mailing, utm: null }, { ...DEFAULTS, isOn: false })).toBeNull()
    expect(utmOf({ ...mailing, utm: own({ is_on: false }) }, DEFAULTS)).toBeNull()
  })
})

describe("a link with UTM parameters", () => {
  const parameters: UtmParameters = [
    ["utm_source", "news letter"],
    ["utm_medium", "email"],
  ]

  it("keeps its query and its fragment", () => {
    const added = "utm_source=news%20letter&utm_medium=email"
    expect(withUtm("https://shop.example", parameters)).toBe(`https://shop.example?${added}`)
    expect(withUtm("https://shop.example/a?b=c", parameters)).toBe(`https://shop.example/a?b=c&${added}`)
    expect(withUtm("https://shop.example/a?", parameters)).toBe(`https://shop.example/a?${added}`)
    expect(withUtm("https://shop.example/a?b#top", parameters)).toBe(`https://shop.example/a?b&${added}#top`)
  })

  it("keeps what it says of itself", () => {
    expect(withUtm("https://shop.example/?utm_source=ad&x=1", parameters)).toBe(
      "https://shop.example/?utm_source=ad&x=1&utm_medium=email",
    )
    expect(withUtm("https://shop.example/?UTM_Source=a&utm_medium=b", parameters)).toBe(
      "https://shop.example/?UTM_Source=a&utm_medium=b",
    )
  })

  it("stays as it is where it is no web address", () => {
    for (const url of ["mailto:care@shop.example", "tel:+4930", "#top", "", "sms:1"])
      expect(withUtm(url, parameters)).toBe(url)
  })
})
