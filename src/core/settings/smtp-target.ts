import type { SecretName } from "./change-settings"
import type { Settings } from "./settings"

/** One SMTP server as the transport needs it, from the settings or from the plugin option `smtpUrl`. */
export type SmtpTarget = {
  host: string
  port: number
  /** tls: from the first byte (465). starttls: required after the greeting. opportunistic: when offered. none: never. */
  security: "tls" | "starttls" | "opportunistic" | "none"
  auth: { user: string; pass: string } | null
  connections: number
  dkim: { domain: string; selector: string; privateKey: string } | null
}

/** Null when no server is configured. The plugin option wins over the fields of the settings. */
export function smtpTarget({
  smtpUrl,
  transport,
  secrets,
}: {
  smtpUrl: string | undefined
  transport: Settings["transport"]
  secrets: Partial<Record<SecretName, string>>
}): SmtpTarget | null {
  const { connections, dkimDomain, dkimSelector } = transport
  const dkim =
    dkimDomain && dkimSelector && secrets.dkimPrivateKey
      ? { domain: dkimDomain, selector: dkimSelector, privateKey: secrets.dkimPrivateKey }
      : null
  if (smtpUrl) return { ...serverOfUrl(smtpUrl), connections, dkim }
  if (!transport.host) return null
  const { host, port, security, user } = transport
  const auth = user ? { user, pass: secrets.smtpPassword ?? "" } : null
  return { host, port, security, auth, connections, dkim }
}

/** Null when the plugin option can be read; else what it must be, without the url itself: it holds the password. */
export function smtpUrlProblem(smtpUrl: string): string | null {
  if (!/^smtps?:\/\//.test(smtpUrl)) return "must begin with smtp:// or smtps://"
  try {
    return serverOfUrl(smtpUrl).host === "" ? "must name a host" : null
  } catch {
    return "must be a URL; write special characters of user and password percent-encoded (% as %25, # as %23, / as %2F)"
  }
}

/** smtps:// is TLS from the first byte; smtp:// takes TLS when offered, `?tls=required` or `?tls=never` decide otherwise. */
function serverOfUrl(smtpUrl: string): Pick<SmtpTarget, "host" | "port" | "security" | "auth"> {
  const url = new URL(smtpUrl)
  const isTls = url.protocol === "smtps:"
  const tls = url.searchParams.get("tls")
  const plain = tls === "required" ? "starttls" : tls === "never" ? "none" : "opportunistic"
  return {
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: url.port ? Number(url.port) : isTls ? 465 : 587,
    security: isTls ? "tls" : plain,
    auth: url.username ? { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } : null,
  }
}
