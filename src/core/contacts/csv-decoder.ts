export type CsvEncoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252"

/**
 * Bytes of a file of unknown encoding to text, chunk by chunk. A byte order mark decides; without one NUL bytes mean
 * UTF-16. Otherwise the first bytes beyond ASCII decide, wherever they stand: valid UTF-8 is UTF-8, anything else is
 * what spreadsheets on Windows write (a superset of Latin-1). NUL, which Postgres refuses, is left out.
 */
export class CsvDecoder {
  private decided: { encoding: CsvEncoding; decoder: TextDecoder } | null = null
  private held: Buffer = Buffer.alloc(0)
  private isAtStart = true

  /** Of a file in pure ASCII it is UTF-8, too. */
  get encoding(): CsvEncoding {
    return this.decided?.encoding ?? "utf-8"
  }

  write(chunk: Buffer): string {
    if (this.decided) return tidy(this.decided.decoder.decode(chunk, { stream: true }))
    const bytes = this.held.length === 0 ? chunk : Buffer.concat([this.held, chunk])
    if (this.isAtStart && bytes.length < 4) {
      this.held = bytes
      return ""
    }
    const encoding = this.encodingOf(bytes)
    if (encoding) return this.decide(encoding, bytes)
    // Until then it is ASCII; a character that the chunk cuts in two waits for its other half.
    this.isAtStart = false
    const ascii = asciiLength(bytes)
    this.held = bytes.subarray(ascii)
    return tidy(bytes.toString("latin1", 0, ascii))
  }

  end(): string {
    if (this.decided) return tidy(this.decided.decoder.decode())
    const rest = this.held
    this.held = Buffer.alloc(0)
    return rest.length === 0 ? "" : this.decide(this.encodingOf(rest) ?? "windows-1252", rest)
  }

  private encodingOf(bytes: Buffer): CsvEncoding | null {
    return (this.isAtStart ? markedEncoding(bytes) : null) ?? spelledEncoding(bytes)
  }

  private decide(encoding: CsvEncoding, bytes: Buffer): string {
    this.decided = { encoding, decoder: new TextDecoder(encoding) }
    this.held = Buffer.alloc(0)
    return tidy(this.decided.decoder.decode(bytes, { stream: true }))
  }
}

const tidy = (text: string) => (text.includes("\u0000") ? text.replaceAll("\u0000", "") : text)

function markedEncoding(bytes: Buffer): CsvEncoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8"
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le"
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be"
  if (bytes[0] !== 0 && bytes[1] === 0 && bytes[3] === 0) return "utf-16le"
  return bytes[0] === 0 && bytes[2] === 0 ? "utf-16be" : null
}

/** Null while only ASCII was seen, or a character that is not whole yet. */
function spelledEncoding(bytes: Buffer): CsvEncoding | null {
  const at = asciiLength(bytes)
  if (at === bytes.length) return null
  const length = sequenceLength(bytes[at]!)
  if (length === 0) return "windows-1252"
  for (let n = 1; n < length; n++) {
    if (at + n >= bytes.length) return null
    if ((bytes[at + n]! & 0xc0) !== 0x80) return "windows-1252"
  }
  return "utf-8"
}

function asciiLength(bytes: Buffer): number {
  let n = 0
  while (n < bytes.length && bytes[n]! < 0x80) n++
  return n
}

/** Bytes of a UTF-8 sequence by its first (RFC 3629); 0 for a byte that begins none. */
function sequenceLength(first: number): number {
  if (first >= 0xc2 && first <= 0xdf) return 2
  if (first >= 0xe0 && first <= 0xef) return 3
  return first >= 0xf0 && first <= 0xf4 ? 4 : 0
}
