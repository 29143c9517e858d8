export type EncodedBody = { encoding: "quoted-printable" | "base64"; bytes: Buffer }

const LINE = 76
const CR = 13
const LF = 10
const SPACE = 32
const TAB = 9
const EQUALS = 61
const HEX = Buffer.from("0123456789ABCDEF", "latin1")

/** 1 for the bytes that quoted-printable may write as they are (RFC 2045 §6.7, rules 2 and 3). */
const IS_LITERAL = new Uint8Array(256)
for (let byte = 33; byte <= 126; byte++) IS_LITERAL[byte] = 1
IS_LITERAL[SPACE] = 1
IS_LITERAL[TAB] = 1
IS_LITERAL[EQUALS] = 0

/**
 * Quoted-printable, which a human and a spam filter can read; base64 where most of the text is not Latin and would
 * grow threefold. Lines end in CRLF as the wire wants it.
 */
export function encodeBody(text: string): EncodedBody {
  const bytes = Buffer.from(/\r(?!\n)/.test(text) ? text.replace(/\r(?!\n)/g, "\n") : text, "utf8")
  const encoded = bytes.length > text.length * 1.35 ? undefined : quotedPrintable(bytes)
  if (encoded) return { encoding: "quoted-printable", bytes: encoded }
  return { encoding: "base64", bytes: base64(canonical(bytes)) }
}

/** One pass over the bytes into one buffer that is surely large enough. */
function quotedPrintable(bytes: Buffer): Buffer {
  const out = Buffer.allocUnsafe(bytes.length * 3 + Math.ceil((bytes.length * 3) / (LINE - 3)) * 3 + 8)
  let at = 0
  let column = 0
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!
    if (byte === LF || (byte === CR && bytes[i + 1] === LF)) {
      if (byte === CR) i++
      out[at++] = CR
      out[at++] = LF
      column = 0
      continue
    }
    const isLiteral = IS_LITERAL[byte] === 1 && !(byte <= SPACE && endsLine(bytes, i + 1))
    const width = isLiteral ? 1 : 3
    // The last place of a line is kept for the soft break.
    if (column + width > LINE - 1) {
      out[at++] = EQUALS
      out[at++] = CR
      out[at++] = LF
      column = 0
    }
    column += width
    if (isLiteral) {
      out[at++] = byte
    } else {
      out[at++] = EQUALS
      out[at++] = HEX[byte >> 4]!
      out[at++] = HEX[byte & 15]!
    }
  }
  return out.subarray(0, at)
}

/** Blanks at the end of a line may be cut off on the way, so they are written as =20. */
function endsLine(bytes: Buffer, next: number): boolean {
  const byte = bytes[next]
  return byte === undefined || byte === LF || byte === CR
}

function canonical(bytes: Buffer): Buffer {
  return Buffer.from(bytes.toString("utf8").replace(/\r?\n/g, "\r\n"), "utf8")
}

function base64(bytes: Buffer): Buffer {
  const text = bytes.toString("base64")
  return Buffer.from(text.replace(/.{76}(?=.)/g, "$&\r\n"), "latin1")
}
