import { changeSettings } from "./change-settings"
import { DEFAULT_SETTINGS } from "./settings"

const change = (given: Record<string, unknown>, stored = {}) =>
  changeSettings({ stored, current: DEFAULT_SETTINGS, change: given })
const problem = (given: Record<string, unknown>) => {
  const verdict = change(given)
  return verdict.ok ? null : verdict.problem
}

describe("changing settings", () => {
  it("stores only what was sent, beside what was changed before", () => {
    const verdict = change(
      { general: { locale: "de" } },
      { general: { timeZone: "Europe/Vienna" }, owner: { addresses: [] } },
    )
    expect(verdict).toEqual({ ok: true, stored: { general: { timeZone: "Europe/Vienna", locale: "de" } }, secrets: {} })
  })
  it("tidies what it takes", () => {
    const verdict = change({ general: { baseUrl: " https://shop.example.com/ " }, transport: { port: "2525" } })
    expect(verdict).toMatchObject({
      stored: { general: { baseUrl: "https://shop.example.com" }, transport: { port: 2525 } },
    })
  })
  it("passes secrets apart, null forgets", () => {
    expect(change({ secrets: { smtpPassword: null } })).toEqual({
      ok: true,
      stored: {},
      secrets: { smtpPassword: null },
    })
  })
  it("forgets the SMTP password with its server, so that another server is never told it", () => {
    const current = { ...DEFAULT_SETTINGS, transport: { ...DEFAULT_SETTINGS.transport, host: "smtp.example.com" } }
    const secretsAfter = (given: Record<string, unknown>) => {
      const stored = { transport: { host: "smtp.example.com" } }
      const verdict = changeSettings({ stored, current, change: given })
      return verdict.ok && verdict.secrets
    }
    expect(secretsAfter({ transport: { host: "smtp.example.net" } })).toEqual({ smtpPassword: null })
    expect(secretsAfter({ transport: { host: null } })).toEqual({ smtpPassword: null })
    expect(secretsAfter({ transport: { host: "smtp.example.com", port: 465 } })).toEqual({})
    expect(secretsAfter({ transport: { port: 465 } })).toEqual({})
    const both = { transport: { host: "smtp.example.net" }, secrets: { smtpPassword: "s3" } }
    expect(secretsAfter(both)).toEqual({ smtpPassword: "s3" })
  })
  it.each<[Record<string, unknown>, string]>([
    [{ genral: {} }, 'no section "genral". Known sections: general'],
    [{ general: { basUrl: "x" } }, 'no field "basUrl". Known fields: baseUrl'],
    [{ general: [] }, "must be an object"],
    [{ general: { baseUrl: "shop" } }, 'general.baseUrl is "shop", but it must be a URL'],
    [{ general: { baseUrl: "javascript:alert(1)" } }, "must be a URL"],
    [{ general: { timeZone: "Mars" } }, 'general.timeZone is "Mars", but it must be an IANA time zone'],
    [{ owner: { addresses: ["a@b.c", "nobody"] } }, 'owner.addresses.1 is "nobody", but it must be one e-mail address'],
    [{ delivery: { mode: "to_me_only" } }, "delivery.toMeAddress"],
    [{ secrets: { smtpPasword: "x" } }, 'no "smtpPasword"'],
    [{ secrets: { smtpPassword: 5 } }, "must be a text"],
    [{ secrets: { dkimPrivateKey: "abc" } }, "PEM"],
    [{ secrets: "x" }, "must be an object"],
  ])("refuses %j and says why", (given, sentence) => {
    expect(problem(given)).toContain(sentence)
  })
})
