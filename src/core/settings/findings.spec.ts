import { findingsOf, type FindingKey, type ReadinessFacts } from "./findings"
import { DEFAULT_SETTINGS, type Settings } from "./settings"

const print = {
  baseUrl: "https://shop.example.com",
  environment: "production",
  database: "1/shop",
  incarnation: "1.2",
  timeline: "1",
}
const general: Settings["general"] = { ...DEFAULT_SETTINGS.general, baseUrl: "https://shop.example.com" }
const allRight: ReadinessFacts = {
  optionProblems: [],
  settingProblems: [],
  settings: { ...DEFAULT_SETTINGS, general },
  environment: "production",
  transport: { state: "ok", detail: null, checked_at: null },
  sender: { from_email: "shop@example.com", postal_address: "1 Main St" },
  liveShop: { verdict: { kind: "matches" }, confirmed: print, current: print },
  dispatcherAgeSeconds: 3,
  uptimeSeconds: 1000,
  hasSearchIndex: true,
}
const withSettings = (change: Partial<Settings>) => ({ settings: { ...allRight.settings, ...change } })

const only = (change: Partial<ReadinessFacts>) => {
  const found = findingsOf({ ...allRight, ...change })
  return found.map(({ key, severity }): [FindingKey, string] => [key, severity])
}

describe("what keeps Mailroom from sending (F59)", () => {
  it("is nothing when all is right", () => expect(only({})).toEqual([]))

  it.each<[string, Partial<ReadinessFacts>, FindingKey, string]>([
    ["a domain that takes no mail", { deadDomains: ["gone.example"] }, "domain_given_up", "warning"],
    ["a wrong plugin option", { optionProblems: ["x"] }, "option_wrong", "blocks"],
    ["a stored setting that is no longer valid", { settingProblems: ["x"] }, "setting_wrong", "warning"],
    ["no base URL", withSettings({ general: { ...general, baseUrl: null } }), "base_url_missing", "blocks"],
    [
      "a base URL no inbox can reach, in production",
      withSettings({ general: { ...general, baseUrl: "http://localhost:9000" } }),
      "base_url_not_public",
      "blocks",
    ],
    [
      "the same while developing",
      { ...withSettings({ general: { ...general, baseUrl: "http://localhost:9000" } }), environment: "development" },
      "base_url_not_public",
      "warning",
    ],
    [
      "no SMTP server",
      { transport: { state: "not_configured", detail: null, checked_at: null } },
      "smtp_not_configured",
      "blocks",
    ],
    [
      "a dead SMTP server",
      { transport: { state: "failed", detail: "535", checked_at: null } },
      "smtp_failed",
      "blocks",
    ],
    ["no sender", { sender: null }, "sender_missing", "blocks"],
    [
      "no postal address",
      { sender: { from_email: "a@b.c", postal_address: " " } },
      "postal_address_missing",
      "blocks_marketing",
    ],
    [
      "a copy of the database",
      { liveShop: { verdict: { kind: "mismatch", differs: ["database"] }, confirmed: print, current: print } },
      "live_shop_mismatch",
      "blocks",
    ],
    [
      "to me only, without an address",
      withSettings({ delivery: { mode: "to_me_only", toMeAddress: null } }),
      "to_me_address_missing",
      "blocks",
    ],
    [
      "to me only",
      withSettings({ delivery: { mode: "to_me_only", toMeAddress: "me@example.com" } }),
      "to_me_only",
      "warning",
    ],
    ["no process that sends", { dispatcherAgeSeconds: 120 }, "worker_missing", "warning"],
    ["a contact search without its index", { hasSearchIndex: false }, "search_index_missing", "warning"],
    ["a worker that never was", { dispatcherAgeSeconds: null }, "worker_missing", "warning"],
  ])("%s", (_, change, key, severity) => expect(only(change)).toEqual([[key, severity]]))

  it("does not cry for a worker before one had the time to start", () => {
    expect(only({ dispatcherAgeSeconds: null, uptimeSeconds: 20 })).toEqual([])
  })
  it("does not block on a server that was not asked yet", () => {
    expect(only({ transport: { state: "unchecked", detail: null, checked_at: null } })).toEqual([])
  })
  it("names the worst first and always a way out", () => {
    const found = findingsOf({ ...allRight, settingProblems: ["x"], sender: null })
    expect(found.map(({ severity }) => severity)).toEqual(["blocks", "warning"])
    for (const { sentence, way_out } of found) expect(sentence.length * way_out.length).toBeGreaterThan(0)
  })
})
