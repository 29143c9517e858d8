const DOT = 46
const LINE_WITH_DOT = Buffer.from("\r\n.")
const END = Buffer.from(".\r\n")

/**
 * A finished mail as it follows DATA (RFC 5321 §4.5.2): a line that begins with a dot gets a second one, the last line is
 * a dot alone. The mail's lines end in CRLF, the last one too, as the MIME writer makes them. Such lines are rare, and
 * looking for them is much cheaper than looking at every byte, as nodemailer does for any stream.
 */
export function wireBody(mime: Buffer, end = END): Buffer {
  const pieces: Buffer[] = []
  let from = 0
  let dot = mime[0] === DOT ? 0 : nextDot(mime, 0)
  while (dot !== -1) {
    pieces.push(mime.subarray(from, dot + 1))
    from = dot
    dot = nextDot(mime, dot)
  }
  return Buffer.concat([...pieces, mime.subarray(from), end])
}

/** Of the next line that begins with a dot. */
function nextDot(mime: Buffer, from: number): number {
  const at = mime.indexOf(LINE_WITH_DOT, from)
  return at === -1 ? -1 : at + 2
}

/**
 * The same in pieces, for a mail whose end is shared with others: what is attached is base64 and headers, where no line
 * begins with a dot, and is not copied for every mail.
 */
export function wirePieces(mime: Buffer, attached: Buffer): Buffer[] {
  return [wireBody(mime, Buffer.alloc(0)), attached, END]
}
