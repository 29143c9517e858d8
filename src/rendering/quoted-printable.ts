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

/** Bytes that go anywhere, and how far its last line has come. */
export type Written = { bytes: Uint8Array; column: number }

/** Writes quoted-printable from UTF-8 whose lines end in LF, piece by piece; its own lines end in CRLF. */
export class QuotedPrintable {
  // Kept between mails: allocating three times the mail's size for each costs more than the encoding.
  private out = new Uint8Array(64 * 1024)
  private at = 0
  private lineStart = 0

  begin(): void {
    this.at = this.lineStart = 0
  }

  /** In runs of literals: a mail is little else. */
  write(bytes: Uint8Array): void {
    this.reserve(bytes.length * 4 + 16)
    const { out } = this
    const { length } = bytes
    let { at, lineStart } = this
    let i = 0
    for (;;) {
      // The last place of a line is kept for the soft break.
      const runEnd = Math.min(length, i + LINE - 1 - (at - lineStart))
      while (i < runEnd && KIND[bytes[i]!] === LITERAL) out[at++] = bytes[i++]!
      if (i === length) break
      const kind = KIND[bytes[i]!]
      if (kind === BREAK) {
        at = escapeLastBlank(out, at, lineStart)
        out[at++] = CR
        out[at++] = LF
        lineStart = at
        i++
        continue
      }
      if (at - lineStart > (kind === LITERAL ? LINE - 2 : LINE - 4)) lineStart = at = breakSoftly(out, at)
      if (kind === ESCAPED) at = escape(out, bytes[i++]!, at)
    }
    this.at = at
    this.lineStart = lineStart
  }

  /** What was written elsewhere from the start of a line: it begins one here, too. */
  copy({ bytes, column }: Written): void {
    this.reserve(bytes.length + 16)
    if (this.at > this.lineStart) this.at = breakSoftly(this.out, this.at)
    this.out.set(bytes, this.at)
    this.at += bytes.length
    this.lineStart = this.at - column
  }

  /** So far, to be copied; nothing is ended. */
  soFar(): Written {
    return { bytes: this.out.slice(0, this.at), column: this.at - this.lineStart }
  }

  /** Valid until the next `begin`. */
  end(): Uint8Array {
    this.reserve(16)
    return this.out.subarray(0, escapeLastBlank(this.out, this.at, this.lineStart))
  }

  private reserve(more: number): void {
    if (this.at + more <= this.out.length) return
    const larger = new Uint8Array((this.at + more) * 2)
    larger.set(this.out.subarray(0, this.at))
    this.out = larger
  }
}

/** Blanks at the end of a line may be cut off on the way, so the last one is written as =20. */
function escapeLastBlank(out: Uint8Array, at: number, lineStart: number): number {
  const last = out[at - 1]!
  if (at === lineStart || (last !== BLANK && last !== TAB)) return at
  const before = at - 1
  return escape(out, last, before - lineStart > LINE - 4 ? breakSoftly(out, before) : before)
}

function breakSoftly(out: Uint8Array, at: number): number {
  out[at] = EQUALS
  out[at + 1] = CR
  out[at + 2] = LF
  return at + 3
}

function escape(out: Uint8Array, byte: number, at: number): number {
  out[at] = EQUALS
  out[at + 1] = HEX_HIGH[byte]!
  out[at + 2] = HEX_LOW[byte]!
  return at + 3
}
