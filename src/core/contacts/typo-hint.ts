/** Where most people have their mailbox; a domain one slip away from one of these is nearly always a slip. */
const KNOWN_DOMAINS = [
  "gmail.com",
  "googlemail.com",
  "outlook.com",
  "hotmail.com",
  "live.com",
  "yahoo.com",
  "icloud.com",
  "me.com",
  "aol.com",
  "gmx.de",
  "gmx.net",
  "web.de",
  "t-online.de",
  "orange.fr",
  "free.fr",
  "libero.it",
  "yahoo.fr",
  "hotmail.fr",
  "protonmail.com",
]

/** "ada@gmial.com" → "ada@gmail.com"; null when nothing looks like a slip. */
export function typoHint(email: string): string | null {
  const at = email.lastIndexOf("@")
  const domain = email.slice(at + 1).toLowerCase()
  if (at < 1 || KNOWN_DOMAINS.includes(domain)) return null
  const meant = KNOWN_DOMAINS.find((known) => isOneSlip(domain, known))
  return meant ? `${email.slice(0, at)}@${meant}` : null
}

/** One letter missing, too many, wrong, or two neighbours swapped. */
function isOneSlip(written: string, meant: string): boolean {
  if (Math.abs(written.length - meant.length) > 1) return false
  const start = [...meant].findIndex((letter, n) => letter !== written[n])
  if (start === -1) return written.length === meant.length + 1
  const rest = (text: string, from: number) => text.slice(from)
  return (
    rest(written, start + 1) === rest(meant, start + 1) ||
    rest(written, start) === rest(meant, start + 1) ||
    rest(written, start + 1) === rest(meant, start) ||
    (written[start] === meant[start + 1] &&
      written[start + 1] === meant[start] &&
      rest(written, start + 2) === rest(meant, start + 2))
  )
}
