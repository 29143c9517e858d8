import { checkProfile, type ProfileInput } from "./profile"

const today = "2026-11-21"

describe("a profile", () => {
  it.each<[ProfileInput, ProfileInput]>([
    [{ first_name: " Ada\r\nBcc: x " }, { first_name: "Ada Bcc: x" }],
    [{ first_name: "" }, { first_name: null }],
    [{ locale: "de_at" }, { locale: "de-AT" }],
    [{ country: "de" }, { country: "DE" }],
    [{ time_zone: "Europe/Berlin" }, { time_zone: "Europe/Berlin" }],
    [{ birthday: "1985-07-24" }, { birthday: "1985-07-24" }],
    [{ birthday: null }, { birthday: null }],
    [{ tags: ["VIP", "vip ", "a"] }, { tags: ["a", "vip"] }],
    [{}, {}],
  ])("%j is stored as %j", (input, profile) => expect(checkProfile(input, today)).toEqual({ ok: true, profile }))

  it.each<[string, ProfileInput]>([
    ["locale", { locale: "not a language" }],
    ["country", { country: "Germany" }],
    ["country", { country: "ZY" }],
    ["time_zone", { time_zone: "Mars/Olympus" }],
    ["birthday", { birthday: "2026-11-22" }],
    ["birthday", { birthday: "1985-02-30" }],
    ["tags", { tags: ["a,b"] }],
  ])("is refused by the name and value of its %s", (name, input) => {
    const answer = checkProfile(input, today)
    expect(answer.ok || answer.problem).toContain(name)
    expect(answer.ok || answer.problem).toContain(JSON.stringify(Object.values(input).flat()[0]))
  })
})
