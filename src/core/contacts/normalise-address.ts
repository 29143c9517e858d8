import { domainToASCII } from "node:url"
import { parse } from "tldts"

/** Why an address was refused; the sentences for people are in `ADDRESS_PROBLEMS`. */
export type AddressProblem = keyof typeof ADDRESS_PROBLEMS

export const ADDRESS_PROBLEMS = {
  empty: "no address was given",
  control_character: "it holds a line break or another control character",
  not_one_mailbox: "it must be exactly one address with one @",
  local_part: "the part before the @ holds a character that an address cannot hold",
  local_part_too_long: "the part before the @ is longer than 64 bytes",
  too_long: "it is longer than 254 bytes",
  domain: "the part after the @ is not a domain name",
  erased: "the person asked to be forgotten",
} as const

export type Address =
  | {
      ok: true
      /** As it is written to: the owner's spelling, domain in ASCII. */ email: string
      emailNorm: string
      domain: string
    }
  | { ok: false; problem: AddressProblem }

/**
 * One mailbox in the spelling that tells people apart: Unicode NFC, lower case, domain in punycode. Dots and plus tags
 * stay, because only the receiving host knows whether they mean anything. Limits: RFC 5321 §4.5.3.1.
 */
export function normaliseAddress(raw: string): Address {
  const typed = raw.normalize("NFC")
  if (/[\p{Cc}\u2028\u2029]/u.test(typed)) return refused("control_character")
  const trimmed = typed.trim()
  if (trimmed === "") return refused("empty")
  const parts = trimmed.split("@")
  if (parts.length !== 2) return refused("not_one_mailbox")
  const [local, host] = parts as [string, string]
  const domain = asciiDomain(host)
  const problem = localProblem(local) ?? (domain === null ? "domain" : null)
  if (problem !== null || domain === null) return refused(problem ?? "domain")
  const emailNorm = `${lowerCase(local)}@${domain}`
  if (octets(emailNorm) > 254 || octets(`${local}@${domain}`) > 254) return refused("too_long")
  return { ok: true, email: `${local}@${domain}`, emailNorm, domain }
}

/** A whole domain in punycode; null when it is none. A leading @, as it is copied from addresses, is forgiven. */
export function normaliseDomain(raw: string): string | null {
  return asciiDomain(raw.trim().replace(/^@/, ""))
}

/** The refusal as a sentence that names the value and the way out. */
export function addressProblemText(raw: string, problem: AddressProblem): string {
  const shown = JSON.stringify(raw.length > 80 ? `${raw.slice(0, 80)}…` : raw)
  return `E-mail address ${shown} was refused: ${ADDRESS_PROBLEMS[problem]}. Write one address such as name@example.com.`
}

/** "a…e@g….com": enough to know one's own address, too little for whom a mail was forwarded to. */
export function maskAddress(email: string): string {
  const [local = "", domain = ""] = email.split("@")
  const dot = domain.lastIndexOf(".")
  return `${maskWord(local)}@${domain.slice(0, 1)}…${domain.slice(dot)}`
}

const maskWord = (word: string) => (word.length < 3 ? `${word.slice(0, 1)}…` : `${word.slice(0, 1)}…${word.slice(-1)}`)

const octets = (text: string) => Buffer.byteLength(text, "utf8")
// Lower case can decompose (İ becomes i and a dot above): normalise again, so that normalising twice changes nothing.
const lowerCase = (text: string) => text.toLowerCase().normalize("NFC")

// RFC 5321 dot-string, and beyond ASCII what RFC 6531 adds; quoted local parts are refused.
const LOCAL =
  /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~\-\u0080-\u{10ffff}]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~\-\u0080-\u{10ffff}]+)*$/u

function localProblem(local: string): AddressProblem | null {
  if (/[\p{Z}\p{Cf}\p{Cs}\p{Cn}\p{Co}]/u.test(local) || !LOCAL.test(local)) return "local_part"
  return octets(local) > 64 || octets(lowerCase(local)) > 64 ? "local_part_too_long" : null
}

const MOST_HOSTS = 10_000
const knownHosts = new Map<string, string | null>()

/** A file of 200,000 addresses has few hosts, and finding out whether one is a domain name costs most of all. */
function asciiDomain(host: string): string | null {
  const known = knownHosts.get(host)
  if (known !== undefined) return known
  const domain = domainOf(host)
  if (knownHosts.size >= MOST_HOSTS) knownHosts.clear()
  if (host.length < 256) knownHosts.set(host, domain)
  return domain
}

function domainOf(host: string): string | null {
  // domainToASCII follows the URL standard and also accepts what is no host of mail: ports, paths, brackets, escapes.
  if (/[\s:/?#[\]\\%@<>()",;]/u.test(host)) return null
  const domain = domainToASCII(host.normalize("NFC").toLowerCase())
  if (domain === "" || domain.length > 253 || !/^[a-z0-9.-]+$/.test(domain)) return null
  const known = parse(domain, { validateHostname: true })
  return known.isIp || known.domain === null || domain.split(".").some((label) => !isLabel(label)) ? null : domain
}

const isLabel = (label: string) => /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(label)

const refused = (problem: AddressProblem): Address => ({ ok: false, problem })
