const ALPHABET = "abcdefghijklmnopqrstuvwxyz234567"
const PREFIX = "unsub+"

/**
 * The address behind `mailto:` in List-Unsubscribe. Local parts may be folded to lower case on their way, so the token
 * (base64url, which cares about case) is written in base32: 35 bytes are 56 characters, with `unsub+` 62 of 64 allowed.
 */
export function unsubscribeAddress(token: string, domain: string): string {
  return `${PREFIX}${base32(Buffer.from(token, "base64url"))}@${domain}`
}

/** The token that an incoming mail was sent to, as the links carry it; null for any other address. */
export function tokenOfUnsubscribeAddress(address: string): string | null {
  const local = address.trim().toLowerCase().replace(/^<|>$/g, "").split("@")[0] ?? ""
  if (!local.startsWith(PREFIX) || local.length > 200) return null
  const bytes = bytesOf(local.slice(PREFIX.length))
  return bytes && bytes.length > 0 ? bytes.toString("base64url") : null
}

function base32(bytes: Buffer): string {
  let text = ""
  let held = 0
  let bits = 0
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xffff
    bits += 8
    while (bits >= 5) {
      text += ALPHABET[(held >> (bits - 5)) & 31]
      bits -= 5
    }
  }
  return bits > 0 ? text + ALPHABET[(held << (5 - bits)) & 31] : text
}

function bytesOf(text: string): Buffer | null {
  const bytes: number[] = []
  let held = 0
  let bits = 0
  for (const letter of text) {
    const value = ALPHABET.indexOf(letter)
    if (value < 0) return null
    held = ((held << 5) | value) & 0xffff
    bits += 5
    if (bits >= 8) {
      bytes.push((held >> (bits - 8)) & 255)
      bits -= 8
    }
  }
  return Buffer.from(bytes)
}
