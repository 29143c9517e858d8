export type EncodedBody = { encoding: "quoted-printable" | "base64"; bytes: Buffer }

const LINE = 76
const CR = 13
const LF = 10
const EQUALS = 61
const BLANK = 32
const TAB = 9

/** What quoted-printable does with a byte (RFC 2045 §6.7). */
const ESCAPED = 0
const LITERAL = 1
const BREAK = 2
const KIND = new Uint8Array(256)
for (let byte = BLANK; byte <= 126; byte++) KIND[byte] = LITERAL
KIND[TAB] = LITERAL
KIND[EQUALS] = ESCAPED
KIND[LF] = BREAK

const HEX_HIGH = new Uint8Array(256)
const HEX_LOW = new Uint8Array(256)
for (let byte = 0; byte < 256; byte++) {
  HEX_HIGH[byte] = "0123456789ABCDEF".charCodeAt(byte >> 4)
  HEX_LOW[byte] = "0123456789ABCDEF".charCodeAt(byte & 15)
}

/** Kept between mails: allocating three times the mail's size for each costs more than the encoding. */
let scratch = new Uint8Array(256 * 1024)
let utf8 = Buffer.alloc(64 * 1024)

/**
 * Quoted-printable, which a human and a spam filter can read; base64 where most of the text is not Latin and would
 * grow threefold. Lines end in CRLF as the wire wants it.
 */
export function encodeBody(text: string): EncodedBody {
  const lines = text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text
  if (Buffer.byteLength(lines, "utf8") > lines.length * 1.35) return { encoding: "base64", bytes: base64(lines) }
  if (utf8.length < lines.length * 2) utf8 = Buffer.alloc(lines.length * 2)
  return { encoding: "quoted-printable", bytes: quotedPrintable(utf8.subarray(0, utf8.write(lines, "utf8"))) }
}

/** One pass over bytes whose lines end in LF, in runs of literals: a mail is little else. */
function quotedPrintable(bytes: Uint8Array): Buffer {
  const longest = bytes.length * 4 + 16
  if (scratch.length < longest) scratch = new Uint8Array(longest)
  const out = scratch
  const length = bytes.length
  let at = 0
  let lineStart = 0
  let i = 0
  for (;;) {
    // The last place of a line is kept for the soft break.
    const runEnd = Math.min(length, i + LINE - 1 - (at - lineStart))
    while (i < runEnd && KIND[bytes[i]!] === LITERAL) out[at++] = bytes[i++]!
    const kind = i === length ? BREAK : KIND[bytes[i]!]
    if (kind === BREAK) {
      at = escapeLastBlank(at, lineStart)
      if (i === length) return Buffer.from(out.subarray(0, at))
      out[at++] = CR
      out[at++] = LF
      lineStart = at
      i++
      continue
    }
    if (at - lineStart > (kind === LITERAL ? LINE - 2 : LINE - 4)) lineStart = at = breakSoftly(at)
    if (kind === ESCAPED) at = escape(bytes[i++]!, at)
  }
}

/** Blanks at the end of a line may be cut off on the way, so the last one is written as =20. */
function escapeLastBlank(at: number, lineStart: number): number {
  const last = scratch[at - 1]!
  if (at === lineStart || (last !== BLANK && last !== TAB)) return at
  const before = at - 1
  return escape(last, before - lineStart > LINE - 4 ? breakSoftly(before) : before)
}

function breakSoftly(at: number): number {
  scratch[at] = EQUALS
  scratch[at + 1] = CR
  scratch[at + 2] = LF
  return at + 3
}

function escape(byte: number, at: number): number {
  scratch[at] = EQUALS
  scratch[at + 1] = HEX_HIGH[byte]!
  scratch[at + 2] = HEX_LOW[byte]!
  return at + 3
}

function base64(lines: string): Buffer {
  const text = Buffer.from(lines.replace(/\n/g, "\r\n"), "utf8").toString("base64")
  return Buffer.from(text.replace(/.{76}(?=.)/g, "$&\r\n"), "latin1")
}
