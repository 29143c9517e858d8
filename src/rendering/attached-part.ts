import { createHash } from "node:crypto"
import MimeNode from "nodemailer/lib/mime-node"

export type AttachedFile = { name: string; mime: string; digest: string; content: Buffer }

/** The end of a mail: its attachments as parts of a multipart/mixed with this boundary. The same in all mails that have them. */
export type AttachedPart = { boundary: string; part: Buffer }

const CRLF = "\r\n"
const NO_ACCESS = { disableFileAccess: true, disableUrlAccess: true }

/**
 * Encoded once for all mails of a mailing: names as nodemailer writes them (RFC 2231 where they are not ASCII), contents
 * as base64. "=_" appears in neither, so no part can hold the boundary.
 */
export async function attachedPart(files: AttachedFile[]): Promise<AttachedPart> {
  const seed = files.map(({ name, digest }) => `${name}\0${digest}`).join("\n")
  const boundary = `=_ma_${createHash("sha256").update(seed).digest("hex").slice(0, 24)}`
  const pieces: Buffer[] = []
  for (const file of files) pieces.push(Buffer.from(`--${boundary}${CRLF}`), await onePart(file), Buffer.from(CRLF))
  return { boundary, part: Buffer.concat([...pieces, Buffer.from(`--${boundary}--${CRLF}`)]) }
}

async function onePart({ name, mime, content }: AttachedFile): Promise<Buffer> {
  // A part of a mail, not a mail of its own: that would have a date and an id.
  const node = new MimeNode("multipart/mixed", NO_ACCESS).createChild(mime, { filename: name, ...NO_ACCESS })
  node.setHeader({ "Content-Disposition": "attachment", "Content-Transfer-Encoding": "base64" })
  node.setContent(content)
  return node.build()
}
