export type EncodedBody = { encoding: "quoted-printable" | "base64"; bytes: Buffer }

const LINE = 76
const CR = 13
const LF = 10
const EQUALS = 61

/** What quoted-printable does with a byte (RFC 2045 §6.7). */
const ESCAPED = 0
const LITERAL = 1
const BLANK = 2
const BREAK = 3
const KIND = new Uint8Array(256)
for (let byte = 33; byte <= 126; byte++) KIND[byte] = LITERAL
KIND[EQUALS] = ESCAPED
KIND[32] = KIND[9] = BLANK
KIND[LF] = BREAK

const HEX_HIGH = new Uint8Array(256)
const HEX_LOW = new Uint8Array(256)
for (let byte = 0; byte < 256; byte++) {
  HEX_HIGH[byte] = "0123456789ABCDEF".charCodeAt(byte >> 4)
  HEX_LOW[byte] = "0123456789ABCDEF".charCodeAt(byte & 15)
}

/** Kept between mails: allocating three times the mail's size for each costs more than the encoding. */
let scratch = new Uint8Array(256 * 1024)

/**
 * Quoted-printable, which a human and a spam filter can read; base64 where most of the text is not Latin and would
 * grow threefold. Lines end in CRLF as the wire wants it.
 */
export function encodeBody(text: string): EncodedBody {
  const lines = text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text
  const bytes = Buffer.from(lines, "utf8")
  return bytes.length > lines.length * 1.35
    ? { encoding: "base64", bytes: base64(lines) }
    : { encoding: "quoted-printable", bytes: quotedPrintable(bytes) }
}

/** One pass over bytes whose lines end in LF. */
function quotedPrintable(bytes: Uint8Array): Buffer {
  const longest = bytes.length * 4 + 16
  if (scratch.length < longest) scratch = new Uint8Array(longest)
  const out = scratch
  const length = bytes.length
  let at = 0
  let lineStart = 0
  for (let i = 0; i < length; i++) {
    const byte = bytes[i]!
    let kind = KIND[byte]!
    if (kind === BREAK) {
      out[at++] = CR
      out[at++] = LF
      lineStart = at
      continue
    }
    // Blanks at the end of a line may be cut off on the way, so they are written as =20.
    if (kind === BLANK) kind = i + 1 === length || bytes[i + 1] === LF ? ESCAPED : LITERAL
    // The last place of a line is kept for the soft break.
    if (at - lineStart > (kind === LITERAL ? LINE - 2 : LINE - 4)) {
      out[at++] = EQUALS
      out[at++] = CR
      out[at++] = LF
      lineStart = at
    }
    if (kind === LITERAL) {
      out[at++] = byte
    } else {
      out[at++] = EQUALS
      out[at++] = HEX_HIGH[byte]!
      out[at++] = HEX_LOW[byte]!
    }
  }
  return Buffer.from(out.subarray(0, at))
}

function base64(lines: string): Buffer {
  const text = Buffer.from(lines.replace(/\n/g, "\r\n"), "utf8").toString("base64")
  return Buffer.from(text.replace(/.{76}(?=.)/g, "$&\r\n"), "latin1")
}
