import { DEFAULT_SETTINGS } from "./settings"
import { smtpTarget, smtpUrlProblem } from "./smtp-target"

const transport = { ...DEFAULT_SETTINGS.transport, host: "mail.example.com", user: "ada" }

describe("the SMTP server to talk to", () => {
  it("is nobody without a host", () => {
    expect(smtpTarget({ smtpUrl: undefined, transport: DEFAULT_SETTINGS.transport, secrets: {} })).toBeNull()
  })
  it("is made of the settings and the secret password", () => {
    const target = smtpTarget({ smtpUrl: undefined, transport, secrets: { smtpPassword: "s3" } })
    expect(target).toMatchObject({
      host: "mail.example.com",
      port: 587,
      security: "starttls",
      auth: { user: "ada", pass: "s3" },
    })
  })
  it("is the plugin option's when there is one", () => {
    const smtpUrl = "smtps://a%40b.c:p%2Fw@relay.example.com"
    expect(smtpTarget({ smtpUrl, transport, secrets: {} })).toMatchObject({
      host: "relay.example.com",
      port: 465,
      security: "tls",
      auth: { user: "a@b.c", pass: "p/w" },
    })
  })
  it("refuses a url that cannot be read, without repeating its password", () => {
    expect(smtpUrlProblem("smtp://ada:s3@relay.example.com")).toBeNull()
    expect(smtpUrlProblem("relay.example.com")).toContain("must begin with smtp://")
    expect(smtpUrlProblem("smtp://")).not.toBeNull()
    for (const smtpUrl of ["smtp://ada:100%sure@relay.example.com", "smtp://ada:sure/@relay.example.com:587"])
      expect(smtpUrlProblem(smtpUrl)).toMatch(/^must be a URL(?!.*sure)/)
  })
  it("takes TLS when offered for smtp://, unless the url says otherwise", () => {
    const security = (smtpUrl: string) => smtpTarget({ smtpUrl, transport, secrets: {} })!.security
    expect(security("smtp://localhost:1025")).toBe("opportunistic")
    expect(security("smtp://localhost:1025?tls=required")).toBe("starttls")
    expect(security("smtp://localhost:1025?tls=never")).toBe("none")
  })
  it("signs only with a whole DKIM key", () => {
    const signed = { ...transport, dkimDomain: "example.com", dkimSelector: "m1" }
    expect(smtpTarget({ smtpUrl: undefined, transport: signed, secrets: {} })!.dkim).toBeNull()
    const target = smtpTarget({ smtpUrl: undefined, transport: signed, secrets: { dkimPrivateKey: "PEM" } })
    expect(target!.dkim).toEqual({ domain: "example.com", selector: "m1", privateKey: "PEM" })
  })
})
