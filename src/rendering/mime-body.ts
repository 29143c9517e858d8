import type { FixedText } from "./bounded-output"
import { QuotedPrintable, type Written } from "./quoted-printable"

export type EncodedBody = { encoding: "quoted-printable" | "base64"; bytes: Uint8Array }

/** Characters of fixed text whose encoding is kept: the newsletters of a busy day. */
const MOST_KEPT = 8_000_000

const known = new Map<string, Written>()
let kept = 0
let utf8 = Buffer.alloc(64 * 1024)

/**
 * Quoted-printable, which a human and a spam filter can read; base64 where most of the text is not Latin and would
 * grow threefold. Lines end in CRLF as the wire wants it. The fixed texts, which are the same in the mails of all
 * readers, are encoded once: each begins a line, so that what comes before cannot change it.
 * The bytes are valid until the encoder is used again.
 */
export function encodeBody(encoder: QuotedPrintable, text: string, fixed: readonly FixedText[] = []): EncodedBody {
  if (Buffer.byteLength(text, "utf8") > text.length * 1.35) return { encoding: "base64", bytes: base64(text) }
  encoder.begin()
  let from = 0
  // A line end of two characters could lie across the edge of a fixed text.
  for (const one of text.includes("\r") ? [] : fixed) {
    if (one.at > from) encoder.write(bytesOf(text.slice(from, one.at)))
    encoder.copy(writtenOf(one.text))
    from = one.at + one.text.length
  }
  if (from < text.length) encoder.write(bytesOf(unixLines(from === 0 ? text : text.slice(from))))
  return { encoding: "quoted-printable", bytes: encoder.end() }
}

function writtenOf(text: string): Written {
  let written = known.get(text)
  if (written) return written
  if ((kept += text.length) > MOST_KEPT) {
    known.clear()
    kept = text.length
  }
  const once = new QuotedPrintable()
  once.write(bytesOf(text))
  known.set(text, (written = once.soFar()))
  return written
}

/** Valid until the next call. */
function bytesOf(text: string): Uint8Array {
  if (utf8.length < text.length * 3) utf8 = Buffer.alloc(text.length * 3)
  return utf8.subarray(0, utf8.write(text, "utf8"))
}

function unixLines(text: string): string {
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text
}

function base64(text: string): Buffer {
  const encoded = Buffer.from(unixLines(text).replace(/\n/g, "\r\n"), "utf8").toString("base64")
  return Buffer.from(encoded.replace(/.{76}(?=.)/g, "$&\r\n"), "latin1")
}
