import { domainToASCII } from "node:url"

/** One mailbox. The domain may be international; the local part is sent as it is. */
export type Mailbox = { name?: string | null; email: string }

export type HeaderValue = string | Mailbox | Mailbox[]

const LONGEST_LINE = 78
/** RFC 2047 §2: an encoded word is at most 75 characters long. */
const LONGEST_WORD = 75
const WORD_START = "=?utf-8?Q?"
const WORD_END = "?="

/** `Name: value` with CRLF, encoded and folded; CR, LF and control characters of the value never get through. */
export function headerLine(name: string, value: HeaderValue): string {
  if (!/^[!-9;-~]+$/.test(name)) throw new Error(`"${name}" cannot be the name of a mail header.`)
  const written =
    typeof value === "string"
      ? textValue(value)
      : Array.isArray(value)
        ? value.map(formatMailbox).join(", ")
        : formatMailbox(value)
  return `${fold(`${name}: ${written}`)}\r\n`
}

/** `"Name" <local@domain>` in ASCII: the domain in punycode, the name quoted or as encoded words. */
export function formatMailbox({ name, email }: Mailbox): string {
  const address = asciiAddress(email)
  const clean = cleanText(name ?? "")
  if (!clean) return address
  return `${phrase(clean)} <${address}>`
}

/** The address as SMTP takes it without SMTPUTF8. Throws on what would open a second mailbox or header. */
export function asciiAddress(email: string): string {
  const at = email.lastIndexOf("@")
  const local = email.slice(0, at)
  const host = email.slice(at + 1)
  const domain = /^[a-z0-9.-]+$/.test(host) ? host : domainToASCII(host) || host
  const address = `${local}@${domain}`
  if (at < 1 || !domain || /[\s\u0000-\u001f\u007f<>(),;:"\\[\]@]/.test(local + domain))
    throw new Error(`"${email}" cannot be written into a mail header as one address.`)
  return address
}

function phrase(name: string): string {
  if (/[^ -~]/.test(name) || name.includes("=?")) return encodedWords(name)
  return /^[A-Za-z0-9!#$%&'*+\-/=?^_`{|}~ ]+$/.test(name) ? name : `"${name.replace(/["\\]/g, "\\$&")}"`
}

/** ASCII stays as it is; anything else becomes encoded words, and so does ASCII that looks like one. */
function textValue(value: string): string {
  const clean = cleanText(value)
  return /[^ -~]/.test(clean) || clean.includes("=?") ? encodedWords(clean) : clean
}

function cleanText(value: string): string {
  return value
    .replace(/[\t\r\n]+/g, " ")
    .replace(/[\u0000-\u001f\u007f]/g, "")
    .trim()
}

/** Words are split between characters, never inside one (RFC 2047 §5); blanks between words vanish when decoded. */
function encodedWords(text: string): string {
  const room = LONGEST_WORD - WORD_START.length - WORD_END.length
  const words: string[] = []
  let word = ""
  for (const character of text) {
    const encoded = encodeCharacter(character)
    if (word.length + encoded.length > room) {
      words.push(word)
      word = ""
    }
    word += encoded
  }
  words.push(word)
  return words.map((encoded) => WORD_START + encoded + WORD_END).join(" ")
}

function encodeCharacter(character: string): string {
  if (character === " ") return "_"
  // Only these are allowed in a word inside a phrase too (RFC 2047 §5, rule 3).
  if (/^[A-Za-z0-9!*+\-/]$/.test(character)) return character
  let encoded = ""
  for (const byte of Buffer.from(character, "utf8")) encoded += `=${byte.toString(16).toUpperCase().padStart(2, "0")}`
  return encoded
}

/** Breaks before blanks so that lines stay within 78 characters; never between the name and the first word. */
function fold(line: string): string {
  if (line.length <= LONGEST_LINE) return line
  const [first, ...pieces] = line.split(/(?<=[^ ]) (?=[^ ])/)
  const lines: string[] = []
  let current = `${first} ${pieces.shift() ?? ""}`
  for (const piece of pieces) {
    if (current.length + 1 + piece.length > LONGEST_LINE) {
      lines.push(current)
      current = ` ${piece}`
    } else current += ` ${piece}`
  }
  return [...lines, current].join("\r\n")
}
