/** Files are read into memory to be sent, and grow by a third on the way: together with the letter within what inboxes take. */
export const MOST_ATTACHED_BYTES = 10 * 1024 * 1024
export const MOST_ATTACHMENTS = 10

/** By ending: what shops attach, and no mail filter throws away unseen. `starts`: how such a file begins. */
const KINDS: Record<string, { mime: string; starts?: string[] }> = {
  pdf: { mime: "application/pdf", starts: ["25504446"] },
  png: { mime: "image/png", starts: ["89504e47"] },
  jpg: { mime: "image/jpeg", starts: ["ffd8ff"] },
  jpeg: { mime: "image/jpeg", starts: ["ffd8ff"] },
  gif: { mime: "image/gif", starts: ["47494638"] },
  webp: { mime: "image/webp", starts: ["52494646"] },
  docx: { mime: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", starts: ["504b0304"] },
  xlsx: { mime: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", starts: ["504b0304"] },
  pptx: { mime: "application/vnd.openxmlformats-officedocument.presentationml.presentation", starts: ["504b0304"] },
  odt: { mime: "application/vnd.oasis.opendocument.text", starts: ["504b0304"] },
  ods: { mime: "application/vnd.oasis.opendocument.spreadsheet", starts: ["504b0304"] },
  epub: { mime: "application/epub+zip", starts: ["504b0304"] },
  ics: { mime: "text/calendar" },
  vcf: { mime: "text/vcard" },
  csv: { mime: "text/csv" },
  txt: { mime: "text/plain" },
}

export const ATTACHABLE = Object.keys(KINDS)

/** A program under another name; all that Windows runs begins with it. */
const PROGRAMS = ["4d5a", "7f454c46"]

export type AttachmentFile = {
  name: string
  bytes: number
  /** The first bytes, in hex. */
  start: string
}

export type CheckedAttachment = { ok: true; name: string; mime: string } | { ok: false; sentence: string }

/** Whether a file may go with a mail beside those that do already; the sentence names the file, its size and the limit. */
export function checkAttachment(file: AttachmentFile, others: { bytes: number }[]): CheckedAttachment {
  const name = attachmentName(file.name)
  const kind = KINDS[endingOf(name)]
  const refuse = (sentence: string): CheckedAttachment => ({ ok: false, sentence })
  if (!kind) return refuse(`"${name}" is of a kind that mail filters refuse. Attach one of ${ATTACHABLE.join(", ")}.`)
  if (file.bytes === 0) return refuse(`"${name}" is empty.`)
  if (others.length >= MOST_ATTACHMENTS)
    return refuse(`"${name}" would be one too many: a mail takes ${MOST_ATTACHMENTS} attachments.`)
  const before = others.reduce((sum, { bytes }) => sum + bytes, 0)
  if (before + file.bytes > MOST_ATTACHED_BYTES) return refuse(tooLarge(name, file.bytes, before))
  const isWhatItSays = !kind.starts || kind.starts.some((start) => file.start.startsWith(start))
  if (!isWhatItSays || PROGRAMS.some((start) => file.start.startsWith(start)))
    return refuse(`"${name}" is not the ${endingOf(name).toUpperCase()} file that its name says. Save it anew.`)
  return { ok: true, name, mime: kind.mime }
}

/** The name that readers see: without folders and control characters, its ending kept. */
export function attachmentName(given: string): string {
  const last = given.normalize("NFC").split(/[\\/]/).at(-1)!
  const clean = last
    .replace(/[\p{Cc}\p{Cf}"<>|?*:]/gu, "")
    .replace(/\s+/g, " ")
    .trim()
  const ending = endingOf(clean)
  if (!ending) return clean.slice(0, 100) || "file"
  const stem = clean
    .slice(0, -ending.length - 1)
    .trim()
    .slice(0, 100)
  return `${stem || "file"}.${ending}`
}

const endingOf = (name: string) => /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? ""

function tooLarge(name: string, bytes: number, before: number): string {
  const limit = inMegabytes(MOST_ATTACHED_BYTES)
  if (before === 0 || bytes > MOST_ATTACHED_BYTES)
    return `"${name}" has ${inMegabytes(bytes)}; a mail takes ${limit}. Offer a link to it instead.`
  return `"${name}" has ${inMegabytes(bytes)}, with the others ${inMegabytes(before + bytes)}; a mail takes ${limit} in all. Offer a link to it instead.`
}

/** Rounded up, so that what is too large never looks as large as the limit. */
const inMegabytes = (bytes: number) => `${Math.ceil((bytes / 1024 / 1024) * 10) / 10} MB`
